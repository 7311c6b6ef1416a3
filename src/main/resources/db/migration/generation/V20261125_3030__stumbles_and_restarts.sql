-- mistakes of our own in a row, and how often the process that rendered it ended: each has a limit of its own
alter table generation add column stumbles integer not null default 0;
alter table generation add column restarts integer not null default 0;
