-- since when a backend takes nothing, as its admins have been told; null while it is well
alter table backend add column down_since timestamptz;
