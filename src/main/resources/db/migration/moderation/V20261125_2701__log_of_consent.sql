-- Whom an act was about, by id and not by name: an entry is never changed, and a person may be forgotten.
alter table audit_entry add column about_id uuid references account (id);

-- As before, and over that person too; an entry about nobody hashes as it always did, since concat_ws leaves a null out.
create or replace function audit_entry_chained() returns trigger language plpgsql as $$
declare
    before bytea;
begin
    perform pg_advisory_xact_lock(hashtext('audit_entry'));
    select hash into before from audit_entry order by number desc limit 1;
    new.hash := sha256(coalesce(before, ''::bytea) || convert_to(
        concat_ws(E'\x1f', extract(epoch from new.at)::text, coalesce(new.actor_id::text, ''), new.act, new.subject, new.detail, new.about_id::text), 'UTF8'));
    return new;
end $$;
