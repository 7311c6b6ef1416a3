-- everything of one member as a file, made once and kept for a week
create table archive_export (
    id         uuid primary key,
    account_id uuid        not null references account (id),
    state      text        not null check (state in ('QUEUED', 'READY', 'FAILED', 'GONE')),
    asked_at   timestamptz not null,
    ready_at   timestamptz,
    bytes      bigint,
    videos     integer,
    sha256     text
);
create index archive_export_account on archive_export (account_id, asked_at desc);
create unique index archive_export_one on archive_export (account_id) where state = 'QUEUED';
create index archive_export_ready on archive_export (ready_at) where state = 'READY';

create table archive_import (
    id         uuid primary key,
    account_id uuid        not null references account (id),
    state      text        not null check (state in ('QUEUED', 'DONE', 'FAILED')),
    name       text        not null,
    kind       text check (kind in ('EMAKI', 'KEEPSAKES')),
    asked_at   timestamptz not null,
    done_at    timestamptz,
    total      integer     not null default 0,
    imported   integer     not null default 0,
    known      integer     not null default 0,
    -- what could not be taken, as lines of words for its owner
    refused    text        not null default ''
);
create index archive_import_account on archive_import (account_id, asked_at desc);
create unique index archive_import_one on archive_import (account_id) where state = 'QUEUED';

-- where an imported film came from, so that the same archive twice brings nothing twice
create table imported_video (
    account_id uuid not null references account (id),
    origin     text not null,
    video_id   uuid not null unique references video (id),
    -- what was said of it there: model, times, what it was made from
    detail     text not null,
    primary key (account_id, origin)
);
