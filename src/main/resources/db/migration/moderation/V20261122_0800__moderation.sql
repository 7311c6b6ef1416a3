create table decision (
    id           uuid primary key,
    -- no reference: a decision outlives the video that it was about
    video_id     uuid        not null,
    author_id    uuid        not null references account (id),
    moderator_id uuid        not null references account (id),
    outcome      text        not null check (outcome in ('KEEP', 'REMOVE', 'SUSPEND')),
    rule         text        not null,
    words        text        not null check (length(words) <= 1000),
    decided_at   timestamptz not null,
    undone_at    timestamptz
);
create index decision_newest on decision (decided_at desc, id desc);
create index decision_author on decision (author_id, decided_at desc);

create table report (
    id          uuid primary key,
    video_id    uuid        not null references video (id) on delete cascade,
    reporter_id uuid        not null references account (id),
    rule        text        not null,
    note        text        not null check (length(note) <= 1000),
    reported_at timestamptz not null,
    decision_id uuid references decision (id)
);
-- one open report for each thing and person; a second one changes the first
create unique index report_open_once on report (video_id, reporter_id) where decision_id is null;
create index report_open on report (video_id, reported_at) where decision_id is null;
create index report_decision on report (decision_id);

create table audit_entry (
    number   bigint generated always as identity primary key,
    at       timestamptz not null,
    actor_id uuid references account (id),
    act      text        not null,
    subject  text        not null,
    detail   text        not null,
    hash     bytea       not null
);

-- Each entry's hash covers the one before it: a changed or missing entry breaks the chain from there on.
create function audit_entry_chained() returns trigger language plpgsql as $$
declare
    before bytea;
begin
    perform pg_advisory_xact_lock(hashtext('audit_entry'));
    select hash into before from audit_entry order by number desc limit 1;
    new.hash := sha256(coalesce(before, ''::bytea) || convert_to(
        concat_ws(E'\x1f', extract(epoch from new.at)::text, coalesce(new.actor_id::text, ''), new.act, new.subject, new.detail), 'UTF8'));
    return new;
end $$;
create trigger audit_entry_chained before insert on audit_entry for each row execute function audit_entry_chained();

create function audit_entry_stands() returns trigger language plpgsql as $$
begin
    raise exception 'An audit entry is never changed or removed';
end $$;
create trigger audit_entry_stands before update or delete or truncate on audit_entry for each statement execute function audit_entry_stands();
