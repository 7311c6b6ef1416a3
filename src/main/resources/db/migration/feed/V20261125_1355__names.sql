-- people are found by the beginning of their name
create index account_name_prefix on account (lower(display_name) text_pattern_ops);
-- whom somebody follows, the newest first
create index follow_newest on follow (follower, created_at desc, followed desc);
