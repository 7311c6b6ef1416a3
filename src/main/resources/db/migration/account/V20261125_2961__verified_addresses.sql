alter table account add column email_verified_at timestamptz;

-- links that prove an address: whoever opens one reads what is sent there; only their hashes are kept
create table email_link (
    hash       text primary key,
    account_id uuid        not null references account (id) on delete cascade,
    email      text        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
create index email_link_account on email_link (account_id);
create index email_link_old on email_link (expires_at);
