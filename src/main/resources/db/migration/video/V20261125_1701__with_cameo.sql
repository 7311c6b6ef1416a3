-- Whether anybody's likeness is in it; if so, the uses of cameos say who may still watch.
alter table video add column with_cameo boolean not null default false;
