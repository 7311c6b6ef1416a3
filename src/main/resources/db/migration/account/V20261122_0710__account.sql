create table account (
    id            uuid primary key,
    handle        text        not null unique check (handle = lower(handle)),
    -- the handle as it looks: what two look-alikes have in common
    skeleton      text        not null unique,
    email         text        not null unique check (email = lower(email)),
    display_name  text        not null,
    password_hash text        not null,
    role          text        not null check (role in ('MEMBER', 'MODERATOR', 'ADMIN')),
    standing      text        not null check (standing in ('PENDING', 'ACTIVE', 'SUSPENDED', 'CLOSED')),
    plan          text        not null check (plan in ('FREE', 'PLUS', 'PRO')),
    language      text check (language in ('ja', 'en')),
    theme         text check (theme in ('light', 'dark')),
    about         text        not null default '',
    created_at    timestamptz not null,
    activated_at  timestamptz,
    version       integer     not null default 0
);
create index account_created on account (created_at desc, id desc);

create table plan_limits (
    plan           text primary key check (plan in ('FREE', 'PLUS', 'PRO')),
    max_seconds    integer not null check (max_seconds > 0),
    max_lines      integer not null check (max_lines > 0),
    concurrent     integer not null check (concurrent > 0),
    credits        integer not null check (credits >= 0),
    daily          boolean not null,
    weight         integer not null check (weight > 0),
    clean_download boolean not null
);
insert into plan_limits values
    ('FREE', 10, 720, 1, 10, true, 1, false),
    ('PLUS', 15, 720, 2, 200, false, 2, false),
    ('PRO', 20, 1080, 5, 2000, false, 4, true);
