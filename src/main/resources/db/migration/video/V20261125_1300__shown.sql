-- made for somebody's business: its author says so, and it is shown wherever the video is
alter table video add column commercial boolean not null default false;
alter table video add column comments_closed boolean not null default false;
-- hung at the top of its author's page
alter table video add column pinned_at timestamptz;
create index video_pinned on video (author, pinned_at desc) where pinned_at is not null;
-- the same as in video_tag, for a look at a row that is read anyway
alter table video add column tags text[] not null default '{}';
update video set tags = tagged.tags
from (select video, array_agg(tag order by tag) as tags from video_tag group by video) tagged where tagged.video = video.id;
-- how many times over it was watched in all, a person counting once at most
alter table video add column watched double precision not null default 0 check (watched >= 0);
