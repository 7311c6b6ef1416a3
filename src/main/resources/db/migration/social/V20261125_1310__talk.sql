alter table comment add column edited_at timestamptz;
-- who took it away; only they can bring it back
alter table comment add column removed_by uuid references account (id);
alter table comment add column pinned_at timestamptz;
alter table comment add column likes bigint not null default 0 check (likes >= 0);
-- handles of those it names
alter table comment add column mentions text[] not null default '{}';
create unique index comment_pinned on comment (video) where pinned_at is not null and removed_at is null;

create table comment_like (
    account    uuid        not null references account (id),
    comment    uuid        not null references comment (id) on delete cascade,
    created_at timestamptz not null,
    primary key (account, comment)
);
create index comment_like_comment on comment_like (comment);

create table mute (
    muter      uuid        not null references account (id),
    muted      uuid        not null references account (id),
    created_at timestamptz not null,
    primary key (muter, muted),
    check (muter <> muted)
);
create index mute_newest on mute (muter, created_at desc, muted desc);
create index block_newest on block (blocker, created_at desc, blocked desc);

create table collection (
    id         uuid primary key,
    account    uuid        not null references account (id),
    name       text        not null check (length(name) between 1 and 40),
    created_at timestamptz not null,
    unique (account, name)
);

create table bookmark (
    account    uuid        not null references account (id),
    video      uuid        not null references video (id) on delete cascade,
    collection uuid references collection (id) on delete set null,
    created_at timestamptz not null,
    primary key (account, video)
);
create index bookmark_newest on bookmark (account, created_at desc, video desc);
create index bookmark_collection on bookmark (collection, created_at desc, video desc) where collection is not null;

-- what somebody has seen of late
create index video_view_recent on video_view (account, created_at desc, video);
