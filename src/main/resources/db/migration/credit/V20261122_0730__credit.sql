-- where credits lie: the allowance of one period of a plan, or (plan null) what an admin granted, which never runs out
create table purse (
    id         uuid primary key,
    account_id uuid        not null references account,
    plan       text check (plan in ('FREE', 'PLUS', 'PRO')),
    since      timestamptz,
    until      timestamptz,
    balance    integer     not null check (balance >= 0),
    unique nulls not distinct (account_id, plan, since),
    check ((plan is null) = (since is null) and (plan is null) = (until is null))
);

-- the truth about credits; a purse's balance is the sum of its entries
create table ledger_entry (
    id            uuid primary key,
    purse_id      uuid        not null references purse,
    kind          text        not null check (kind in ('ALLOWANCE', 'GRANT', 'RESERVE', 'SETTLE', 'REFUND')),
    amount        integer     not null,
    generation_id uuid,
    reason        text,
    granted_by    uuid references account,
    created_at    timestamptz not null,
    check ((kind in ('RESERVE', 'SETTLE', 'REFUND')) = (generation_id is not null)),
    check (case when kind = 'RESERVE' then amount < 0 else amount >= 0 end),
    check ((kind = 'GRANT') = (reason is not null))
);
create index ledger_entry_purse on ledger_entry (purse_id, created_at desc, id desc);
-- a generation is reserved once and closed once in each purse that it drew from
create unique index ledger_entry_reserved on ledger_entry (generation_id, purse_id) where kind = 'RESERVE';
create unique index ledger_entry_closed on ledger_entry (generation_id, purse_id) where kind in ('SETTLE', 'REFUND');

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only';
end
$$;
create trigger ledger_entry_append_only before update or delete on ledger_entry
    for each row execute function ledger_is_append_only();
