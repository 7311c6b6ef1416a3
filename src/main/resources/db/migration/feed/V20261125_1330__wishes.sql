-- what somebody wants less of: the film itself is not shown again, its author and its tags stand back for a while
create table feed_less (
    account    uuid        not null references account (id) on delete cascade,
    video      uuid        not null references video (id) on delete cascade,
    author     uuid        not null references account (id),
    tags       text[]      not null,
    created_at timestamptz not null,
    primary key (account, video)
);
create index feed_less_newest on feed_less (account, created_at desc, video desc);

-- what somebody asked for in words: more of this, less of that
create table feed_steer (
    id         uuid primary key,
    account    uuid        not null references account (id) on delete cascade,
    phrase     text        not null check (length(phrase) between 1 and 40),
    tokens     text[]      not null,
    more       boolean     not null,
    created_at timestamptz not null,
    unique (account, phrase)
);

-- how somebody watches
create table feed_wish (
    account  uuid primary key references account (id) on delete cascade,
    -- minutes a day after which the feed asks them to stop; 0 for none
    minutes  integer not null default 0 check (minutes between 0 and 1440),
    saving   boolean not null default false,
    captions boolean not null default false,
    guided   boolean not null default false
);
