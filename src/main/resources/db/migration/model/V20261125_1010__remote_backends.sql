-- backends on other machines, as their admin set them up; those of a file or the environment have no row here
create table remote_backend (
    id         text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    dialect    text        not null,
    name       text        not null check (length(name) between 1 and 60),
    url        text        not null,
    -- sealed under the key of the instance, and never shown again
    secret     bytea,
    concurrent integer     not null check (concurrent between 1 and 100),
    patience   integer     not null check (patience between 1 and 600),
    created_at timestamptz not null
);

create table remote_model (
    id              text primary key check (id ~ '^[a-z0-9][a-z0-9._-]{1,59}$'),
    backend         text      not null references remote_backend (id) on delete cascade,
    remote          text      not null,
    name            text      not null check (length(name) between 1 and 60),
    lengths         integer[] not null check (cardinality(lengths) > 0),
    aspects         text[]    not null check (cardinality(aspects) > 0),
    lines           integer[] not null check (cardinality(lines) > 0),
    sound           boolean   not null,
    seed            boolean   not null,
    negative_prompt boolean   not null,
    inputs          text[]    not null,
    credits         integer   not null check (credits between 0 and 10000),
    pace            double precision not null check (pace > 0),
    input           text      not null,
    number          bigint    not null generated always as identity
);
create index remote_model_backend on remote_model (backend, number);

-- counts every change, so that each process sees what another one changed
create sequence remote_backend_change;

-- models are offered in the order of their backends; those without a place come after the others
alter table backend add column place integer;
