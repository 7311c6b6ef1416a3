-- a line of films bound into one file; the row is the order, the state and the receipt
create table branch_film (
    id          uuid primary key,
    account_id  uuid             not null references account (id) on delete cascade,
    leaf        uuid             not null references video (id),
    -- oldest first
    films       uuid[]           not null,
    -- of the films, their titles and the language of the cards: what is the same need not be made twice
    fingerprint text             not null,
    language    text             not null,
    state       text             not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    percent     integer          not null default 0 check (percent between 0 and 100),
    tries       integer          not null default 0,
    lease_until timestamptz,
    file        text unique,
    seconds     double precision,
    created_at  timestamptz      not null,
    finished_at timestamptz,
    check ((file is not null) = (state = 'DONE'))
);
create unique index branch_film_same on branch_film (fingerprint) where state <> 'FAILED';
create index branch_film_due on branch_film (created_at) where state in ('QUEUED', 'RUNNING');
create index branch_film_leaf on branch_film (leaf, created_at desc);
create index branch_film_old on branch_film (finished_at) where state in ('DONE', 'FAILED');
create index branch_film_films on branch_film using gin (films);
