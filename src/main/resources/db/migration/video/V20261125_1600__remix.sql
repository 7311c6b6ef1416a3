-- who may continue a video, and how it continues the one before it
alter table video
    add column remixable text not null default 'EVERYONE' check (remixable in ('EVERYONE', 'FOLLOWERS', 'NOBODY')),
    -- the prompt taken apart, as JSON
    add column script    text,
    -- of a video that continues another one; null means a remix
    add column kin       text check (kin in ('REMIX', 'EXTEND')),
    -- something that is listed was made from it, however far down: a link that must not be lost
    add column linked    boolean not null default false,
    -- the video whose taking down took this one along
    add column taken_down_with uuid references video (id);

with recursive up as (
    select remix_of as id from video where listed and remix_of is not null
    union
    select v.remix_of from up join video v on v.id = up.id where v.remix_of is not null)
update video set linked = true where id in (select id from up);

-- what was made of a video, most continued first
create index video_kin on video (remix_of, remixes desc, id) where remix_of is not null and (listed or linked);
create index video_most_remixed on video (remixes desc, id desc) where listed and remixes > 0;
create index video_most_remixed_by_author on video (author, remixes desc, id desc) where listed;
create index video_taken_down_with on video (taken_down_with) where taken_down_with is not null;
