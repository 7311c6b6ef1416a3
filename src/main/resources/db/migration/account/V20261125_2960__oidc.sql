-- whoever came with an account from elsewhere may have no password here
alter table account add column has_password boolean not null default true;

-- an account kept elsewhere, by what its provider calls it; an address is no name for anybody
create table oidc_identity (
    id         uuid primary key,
    account_id uuid        not null references account (id) on delete cascade,
    issuer     text        not null,
    subject    text        not null,
    label      text        not null,
    linked_at  timestamptz not null,
    used_at    timestamptz,
    unique (issuer, subject),
    unique (account_id, issuer)
);
