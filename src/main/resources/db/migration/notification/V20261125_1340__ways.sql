-- the kinds are an enum of the program; each may have ways of its own to reach somebody
alter table notification drop constraint if exists notification_kind_check;
-- what was written, for those that are about words
alter table notification add column comment_id uuid references comment (id) on delete cascade;
-- when it went out by push and e-mail, or was found to need neither
alter table notification add column told_at timestamptz;
update notification set told_at = happened_at;
create index notification_untold on notification (happened_at) where told_at is null;

-- only where somebody chose otherwise than the kind does
create table notification_choice (
    account_id uuid    not null references account (id) on delete cascade,
    kind       text    not null,
    app        boolean not null,
    push       boolean not null,
    mail       boolean not null,
    primary key (account_id, kind)
);

-- between these hours nothing goes out; it follows when they are over
create table notification_quiet (
    account_id uuid primary key references account (id) on delete cascade,
    begins     time not null,
    ends       time not null,
    zone       text not null
);

create table push_subscription (
    id         uuid primary key,
    account_id uuid        not null references account (id) on delete cascade,
    endpoint   text        not null unique check (length(endpoint) <= 1000),
    key        bytea       not null,
    secret     bytea       not null,
    created_at timestamptz not null
);
create index push_subscription_account on push_subscription (account_id, created_at);
