create table follow (
    follower   uuid        not null references account (id),
    followed   uuid        not null references account (id),
    created_at timestamptz not null,
    primary key (follower, followed),
    check (follower <> followed)
);
create index follow_followed on follow (followed, created_at desc, follower);

create table block (
    blocker    uuid        not null references account (id),
    blocked    uuid        not null references account (id),
    created_at timestamptz not null,
    primary key (blocker, blocked),
    check (blocker <> blocked)
);
create index block_blocked on block (blocked, blocker);

create table video_like (
    account    uuid        not null references account (id),
    video      uuid        not null references video (id) on delete cascade,
    created_at timestamptz not null,
    primary key (account, video)
);
create index video_like_video on video_like (video, created_at desc, account);
create index video_like_account on video_like (account, created_at desc, video);

create table comment (
    id         uuid primary key,
    video      uuid        not null references video (id) on delete cascade,
    author     uuid        not null references account (id),
    -- the comment that this one answers; threads are one level deep
    reply_to   uuid references comment (id) on delete cascade,
    text       text        not null check (length(text) between 1 and 500),
    language   text        not null,
    created_at timestamptz not null,
    removed_at timestamptz
);
create index comment_thread on comment (video, created_at desc, id desc) where reply_to is null and removed_at is null;
create index comment_replies on comment (reply_to, created_at, id) where reply_to is not null and removed_at is null;
create index comment_author on comment (author, created_at desc, id desc);

-- who has seen what, and for how long in all; one view of each person for each video
create table video_view (
    account    uuid        not null references account (id),
    video      uuid        not null references video (id) on delete cascade,
    seconds    real        not null check (seconds >= 0),
    created_at timestamptz not null,
    primary key (account, video)
);
create index video_view_video on video_view (video);
