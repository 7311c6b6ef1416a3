create table api_key (
    id           uuid primary key,
    account_id   uuid        not null references account,
    name         text        not null check (length(name) between 1 and 60),
    -- the first characters, by which its owner knows it again
    prefix       text        not null,
    -- SHA-256 in hex; the key itself is kept nowhere
    hash         text        not null unique,
    scopes       text[]      not null,
    -- its value stands in the environment of the process
    environment  boolean     not null default false,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_key_account on api_key (account_id, created_at desc) where revoked_at is null;

-- orders that came through the API, so that one that is sent twice is taken once
create table api_order (
    id         uuid primary key,
    account_id uuid        not null references account,
    -- what the client calls it, or what it says
    token      text        not null,
    body_hash  text        not null,
    -- the first take of what was ordered
    video_id   uuid        not null,
    created_at timestamptz not null,
    -- when the answer was handed to the network; null while it was not
    answered_at timestamptz
);
create index api_order_token on api_order (account_id, token, created_at desc);
create index api_order_created on api_order (created_at);

-- what shall happen to a film that is still being made
create table api_wish (
    video_id   uuid primary key,
    visibility text        not null check (visibility in ('LINK', 'FOLLOWERS', 'EVERYONE')),
    caption    text        not null,
    created_at timestamptz not null
);

-- jobs without a film that their owner does not want to see any more
create table api_hidden (
    video_id   uuid primary key,
    created_at timestamptz not null
);
