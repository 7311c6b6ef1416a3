-- small pictures in a row to seek by; films of before have none
alter table video
    add column strip text unique,
    add column strip_tiles integer not null default 0,
    add check ((strip is null) = (strip_tiles = 0));
