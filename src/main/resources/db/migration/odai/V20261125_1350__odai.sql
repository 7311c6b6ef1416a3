-- 題: a theme that films are made for, gathered by a tag
create table odai (
    id         uuid primary key,
    title      text        not null check (length(title) between 1 and 80),
    words      text        not null check (length(words) <= 500),
    tag        text        not null check (length(tag) between 1 and 50),
    begins_at  timestamptz not null,
    ends_at    timestamptz not null,
    check (ends_at > begins_at)
);
create index odai_newest on odai (begins_at desc, id desc);

create table odai_vote (
    odai       uuid        not null references odai (id) on delete cascade,
    account    uuid        not null references account (id),
    video      uuid        not null references video (id) on delete cascade,
    created_at timestamptz not null,
    primary key (odai, account, video)
);
create index odai_vote_video on odai_vote (odai, video);
