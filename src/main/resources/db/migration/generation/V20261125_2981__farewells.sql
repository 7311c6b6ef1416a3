alter table generation
    -- when its backend is next told to stop what nobody wants any more, and how often it was told in vain
    add column stop_at    timestamptz,
    add column stop_tries integer not null default 0;
create index generation_stop on generation (stop_at) where stop_at is not null;
