-- The kinds of notices are the words of one enum; a second list of them here would only fall behind.
alter table notification drop constraint if exists notification_kind_check;
