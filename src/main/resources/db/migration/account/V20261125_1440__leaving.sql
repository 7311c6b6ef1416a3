alter table account
    add column closed_at timestamptz,
    add column erased_at timestamptz,
    add column handle_changed_at timestamptz;
create index account_to_erase on account (closed_at) where closed_at is not null and erased_at is null;

-- where a handle led before it was changed; nobody else may have it
create table old_handle (
    handle     text primary key,
    skeleton   text        not null,
    account_id uuid        not null references account (id),
    left_at    timestamptz not null
);
create index old_handle_skeleton on old_handle (skeleton);
create index old_handle_account on old_handle (account_id);

create table one_time_link (
    hash       text primary key,
    account_id uuid        not null references account (id) on delete cascade,
    made_by    uuid references account (id),
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index one_time_link_account on one_time_link (account_id);
create index one_time_link_old on one_time_link (expires_at);

-- the proof that somebody who left is gone: how much of what was erased, and nothing of what it was
create table account_erasure (
    account_id uuid primary key references account (id),
    closed_at  timestamptz not null,
    erased_at  timestamptz not null,
    receipt    text        not null
);
create index account_erasure_newest on account_erasure (erased_at desc, account_id desc);
