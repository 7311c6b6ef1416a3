create table notification (
    id          uuid primary key,
    account_id  uuid        not null references account (id) on delete cascade,
    kind        text        not null check (kind in ('READY', 'FAILED', 'LIKED', 'COMMENTED', 'FOLLOWED', 'REMIXED', 'TAKEN_DOWN')),
    -- what it is about: a video, or a generation that failed; none for a follow
    topic       uuid,
    actor_id    uuid references account (id) on delete cascade,
    others      integer     not null default 0,
    words       text        not null default '',
    happened_at timestamptz not null,
    read_at     timestamptz
);
create index notification_newest on notification (account_id, happened_at desc, id desc);
-- until it is read, the next like of the same film joins the one before
create unique index notification_unread on notification (account_id, kind, topic) nulls not distinct where read_at is null;
