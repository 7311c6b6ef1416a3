-- those few among all that are under way; no column that a step writes, so that steps stay cheap
create index generation_to_master on generation (account_id) where state = 'MASTERING';
