-- A moderator closed it, for its owner as for everybody, and may open it again.
alter table cameo add column barred_at timestamptz;

-- What was said of a film before that, to be said again when the cameo is let in.
alter table cameo_use add column before_bar text check (before_bar in ('PENDING', 'ALLOWED'));
