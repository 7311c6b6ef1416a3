-- how somebody orders what they made: a star, and a place on one of their shelves
create table library_shelf (
    id         uuid primary key,
    account_id uuid        not null references account (id),
    name       text        not null check (length(name) between 1 and 60),
    created_at timestamptz not null,
    unique (account_id, name)
);

create table library_mark (
    video      uuid primary key references video (id) on delete cascade,
    account_id uuid    not null references account (id),
    starred    boolean not null default false,
    shelf      uuid references library_shelf (id) on delete set null
);
create index library_mark_account on library_mark (account_id);
create index library_mark_shelf on library_mark (shelf) where shelf is not null;
