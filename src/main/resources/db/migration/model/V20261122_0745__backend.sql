-- what the admin decides about a backend; one without a row has the defaults of its adapter
create table backend (
    id         text primary key,
    concurrent integer check (concurrent > 0),
    draining   boolean not null default false
);
