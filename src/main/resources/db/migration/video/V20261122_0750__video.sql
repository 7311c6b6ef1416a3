create table video (
    id                uuid primary key,
    author            uuid             not null references account (id),
    model             text             not null,
    prompt            text             not null,
    language          text             not null,
    film              text             not null unique,
    clean             text             not null unique,
    poster            text             not null unique,
    captions          text unique,
    width             integer          not null check (width > 0),
    height            integer          not null check (height > 0),
    seconds           double precision not null check (seconds > 0),
    sound             boolean          not null,
    placeholder       integer          not null check (placeholder between 0 and 16777215),
    seed              bigint           not null,
    plan              text,
    remix_of          uuid references video (id),
    created_at        timestamptz      not null,

    caption           text             not null default '' check (length(caption) <= 300),
    visibility        text             not null default 'PRIVATE'
        check (visibility in ('PRIVATE', 'LINK', 'FOLLOWERS', 'EVERYONE')),
    prompt_shown      boolean          not null default false,
    published_at      timestamptz,
    taken_down_at     timestamptz,
    taken_down_reason text check ((taken_down_at is null) = (taken_down_reason is null)),
    deleted_at        timestamptz,
    erased_at         timestamptz check (erased_at is null or deleted_at is not null),
    -- the author is suspended or has left
    author_away       boolean          not null default false,

    likes             bigint           not null default 0 check (likes >= 0),
    comments          bigint           not null default 0 check (comments >= 0),
    remixes           bigint           not null default 0 check (remixes >= 0),
    views             bigint           not null default 0 check (views >= 0),
    -- when it was published, moved forward by its applause: ten times as much counts as 12.5 hours younger
    ranked_at         timestamptz,
    -- what a search may find it by
    words             text[]           not null default '{}',
    version           integer          not null default 0,

    -- stands in lists, at least for somebody beside its author
    listed            boolean          not null generated always as (
        published_at is not null and visibility in ('FOLLOWERS', 'EVERYONE')
            and taken_down_at is null and deleted_at is null and not author_away) stored
);
create index video_latest on video (published_at desc, id desc) where listed;
create index video_ranked on video (ranked_at desc, id desc) where listed;
create index video_listed_by_author on video (author, published_at desc, id desc) where listed;
create index video_by_author on video (author, created_at desc, id desc) where deleted_at is null;
create index video_remixes on video (remix_of, published_at desc, id desc) where remix_of is not null;
create index video_words on video using gin (words) where listed;
create index video_to_erase on video (deleted_at) where deleted_at is not null and erased_at is null;

create table video_tag (
    tag   text not null,
    video uuid not null references video (id) on delete cascade,
    -- ids are in the order of their making, so that the newest of a tag come first
    primary key (tag, video)
);
create index video_tag_video on video_tag (video);
