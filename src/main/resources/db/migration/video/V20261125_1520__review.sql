alter table video
    -- its author would show it, and a person has to look first
    add column held_at   timestamptz check (held_at is null or published_at is null),
    -- somebody has looked; it need not wait again
    add column passed_at timestamptz,
    -- out of For you; whoever has the link may watch
    add column limited   boolean not null default false;
