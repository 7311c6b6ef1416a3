-- the draft that the same file leads to; one whose film is gone makes room for the next
alter table sent_film add column current boolean not null default true;
update sent_film s set current = false where exists (
    select from sent_film t
    where t.account_id = s.account_id and t.hash = s.hash and (t.created_at, t.video_id) > (s.created_at, s.video_id));
drop index sent_film_hash;
create unique index sent_film_current on sent_film (account_id, hash) where current;
