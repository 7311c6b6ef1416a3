-- Since when its terms are what they are. A yes to one film covers what stood then, and is asked again of what came later.
alter table cameo add column terms_at timestamptz;
update cameo set terms_at = created_at;
alter table cameo alter column terms_at set not null;
