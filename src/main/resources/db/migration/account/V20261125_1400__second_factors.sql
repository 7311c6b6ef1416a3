-- a one-time password app; the secret is sealed, and counts only once a first code has come from it
create table totp (
    account_id   uuid primary key references account (id) on delete cascade,
    secret       bytea       not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    -- the step of the last code that was taken, so that none works twice
    last_step    bigint      not null default 0
);

create table recovery_code (
    account_id uuid not null references account (id) on delete cascade,
    hash       text not null,
    used_at    timestamptz,
    primary key (account_id, hash)
);

create table passkey (
    id              uuid primary key,
    account_id      uuid        not null references account (id) on delete cascade,
    credential_id   bytea       not null unique,
    public_key      bytea       not null,
    attestation     bytea,
    client_data     bytea,
    signature_count bigint      not null,
    uv_initialized  boolean     not null,
    backup_eligible boolean     not null,
    backup_state    boolean     not null,
    transports      text        not null default '',
    label           text        not null,
    created_at      timestamptz not null,
    used_at         timestamptz
);
create index passkey_account on passkey (account_id, created_at);

-- who came in, when, how and from where; and who did not
create table sign_in (
    id          uuid primary key,
    account_id  uuid        not null references account (id) on delete cascade,
    way         text        not null check (way in ('SIGN_UP', 'PASSWORD', 'CODE', 'RECOVERY', 'PASSKEY', 'LINK', 'OIDC', 'REFUSED')),
    agent       text        not null,
    network     text        not null,
    happened_at timestamptz not null
);
create index sign_in_account on sign_in (account_id, happened_at desc, id desc);
create index sign_in_old on sign_in (happened_at);
