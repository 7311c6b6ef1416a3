-- what a code brings besides a seat
alter table invite
    add column gift_credits integer not null default 0 check (gift_credits between 0 and 100000),
    add column gift_plan text check (gift_plan in ('FREE', 'PLUS', 'PRO')),
    -- the baton: whether this code's chain has a page of its own, and what that page tells of people
    add column baton text not null default 'OFF' check (baton in ('OFF', 'SEATS', 'NAMES')),
    -- the address of that page: longer than a code, so that nobody finds codes by trying addresses
    add column baton_code text unique,
    -- the chain that this code was handed on into, named by the code at its beginning
    add column chain_id uuid references invite (id),
    add column chained_at timestamptz;
create index invite_chain on invite (chain_id, chained_at, id) where chain_id is not null;

-- a member takes the gift of a code without a seat of their own
create table invite_gift (
    account_id uuid        not null references account (id),
    invite_id  uuid        not null references invite (id),
    taken_at   timestamptz not null,
    primary key (account_id, invite_id)
);

-- a seat that a visitor has asked to keep for ten minutes
create table seat_hold (
    token      text primary key,
    invite_id  uuid        not null references invite (id) on delete cascade,
    expires_at timestamptz not null
);
create index seat_hold_invite on seat_hold (invite_id, expires_at);
create index seat_hold_old on seat_hold (expires_at);

-- wrong codes in a row, by account and by network, and until when the next try has to wait
create table code_patience (
    key     text primary key,
    misses  integer     not null,
    last_at timestamptz not null,
    until   timestamptz not null
);
create index code_patience_old on code_patience (last_at);
create table code_misses (
    hour   timestamptz primary key,
    misses integer not null
);

create table waiting (
    id         uuid primary key,
    email      text        not null unique check (email = lower(email)),
    words      text        not null,
    language   text        not null check (language in ('ja', 'en')),
    created_at timestamptz not null,
    invited_at timestamptz,
    invite_id  uuid references invite (id)
);
create index waiting_queue on waiting (created_at, id) where invited_at is null;
create index waiting_invited on waiting (invited_at desc, id desc) where invited_at is not null;

-- whom a suspended account brought, for an admin to look at; nobody is punished for it
create table branch_review (
    account_id   uuid primary key references account (id),
    suspended_at timestamptz not null,
    looked_at    timestamptz,
    looked_by    uuid references account (id)
);
create index branch_review_open on branch_review (suspended_at desc, account_id desc) where looked_at is null;
