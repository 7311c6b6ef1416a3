-- what an order starts from beside its words
alter table generation
    add column avoid   text,
    add column way     text   not null default 'REMIX' check (way in ('REMIX', 'EXTEND')),
    add column cameos  uuid[] not null default '{}',
    -- each as role:key of the media store
    add column refs    text[] not null default '{}';
