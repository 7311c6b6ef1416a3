-- why films ended that only an admin can mend: one row for each cause, until somebody has seen it
create table engine_trouble (
    failure text        not null,
    backend text        not null,
    films   integer     not null check (films > 0),
    -- the backend's own text of the last one, for the admin alone
    words   text        not null,
    since   timestamptz not null,
    latest  timestamptz not null,
    -- when its admins were told
    told_at timestamptz,
    primary key (failure, backend)
);
