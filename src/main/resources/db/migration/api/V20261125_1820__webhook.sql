create table webhook_endpoint (
    id            uuid primary key,
    account_id    uuid        not null references account,
    url           text        not null check (length(url) <= 2000),
    -- sealed under the key of the instance
    secret        bytea       not null,
    events        text[]      not null,
    active        boolean     not null default true,
    -- when it began to fail without a single success since
    failing_since timestamptz,
    created_at    timestamptz not null
);
create index webhook_endpoint_account on webhook_endpoint (account_id, created_at desc);

create table webhook_delivery (
    id           uuid primary key,
    endpoint_id  uuid        not null references webhook_endpoint on delete cascade,
    -- the same for each try and each redelivery, so that receivers can tell them apart
    event_id     text        not null,
    type         text        not null,
    body         text        not null,
    state        text        not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'FAILED')),
    attempts     integer     not null default 0,
    next_at      timestamptz not null,
    -- of the last try
    status       integer,
    error        text,
    created_at   timestamptz not null,
    tried_at     timestamptz
);
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'PENDING';
create index webhook_delivery_endpoint on webhook_delivery (endpoint_id, created_at desc, id desc);
create index webhook_delivery_created on webhook_delivery (created_at);
