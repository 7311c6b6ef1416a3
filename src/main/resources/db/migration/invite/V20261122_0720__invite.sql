create table invite (
    id         uuid primary key,
    number     bigint      not null generated always as identity,
    owner_id   uuid        not null references account (id),
    -- the one that everybody gets at activation; the others are issued by an admin
    personal   boolean     not null,
    code       text        not null unique check (code ~ '^[2-9ACDEFGHJKMNPQRTVWXY]{6,10}$'),
    seats      integer     not null check (seats between 1 and 500),
    used       integer     not null default 0 check (used between 0 and seats),
    state      text        not null check (state in ('OPEN', 'PAUSED', 'CLOSED')),
    note       text        not null default '',
    expires_at timestamptz,
    created_at timestamptz not null
);
create unique index invite_personal on invite (owner_id) where personal;
create index invite_owner on invite (owner_id);
create index invite_issued on invite (created_at desc, id desc) where not personal;

-- a code that was renewed stays known, so that it is answered as closed and never given to anybody else
create table invite_retired_code (
    code       text primary key,
    invite_id  uuid        not null references invite (id),
    retired_at timestamptz not null
);

create table invite_use (
    account_id uuid primary key references account (id),
    invite_id  uuid        not null references invite (id),
    seat       integer     not null check (seat > 0),
    used_at    timestamptz not null,
    unique (invite_id, seat)
);
create index invite_use_day on invite_use (used_at);
