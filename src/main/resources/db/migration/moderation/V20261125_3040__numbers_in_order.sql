-- The number is drawn under the lock, too: of two entries at once, the one that is chained later also counts as the later one.
create or replace function audit_entry_chained() returns trigger language plpgsql as $$
declare
    last   bigint;
    before bytea;
begin
    perform pg_advisory_xact_lock(hashtext('audit_entry'));
    select number, hash into last, before from audit_entry order by number desc limit 1;
    new.number := coalesce(last, 0) + 1;
    new.hash := sha256(coalesce(before, ''::bytea) || convert_to(
        concat_ws(E'\x1f', extract(epoch from new.at)::text, coalesce(new.actor_id::text, ''), new.act, new.subject, new.detail, new.about_id::text), 'UTF8'));
    return new;
end $$;
