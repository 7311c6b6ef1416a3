-- A film's row is written a dozen times on its way. Where no index has to follow and the page has room, that costs a tenth: so no
-- index on when the next step is due (the few films under way are found by generation_busy), and pages that are filled by half.
drop index generation_due;
alter table generation set (fillfactor = 50);
alter table turn set (fillfactor = 50);
