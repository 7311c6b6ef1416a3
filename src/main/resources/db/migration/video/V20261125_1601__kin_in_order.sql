-- what was made of a video: most continued first, then newest; in one direction, so that a page begins at a place in the index
drop index video_kin;
create index video_kin on video (remix_of, remixes desc, id desc) where remix_of is not null and (listed or linked);
