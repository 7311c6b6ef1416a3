-- what the last look at the whole ledger found; it reads every entry, so pages and monitors read this
create table ledger_check (
    single       boolean     primary key default true check (single),
    given        bigint      not null,
    spent        bigint      not null,
    held         bigint      not null,
    balances     bigint      not null,
    wrong_purses bigint      not null,
    wrong_holds  bigint      not null,
    checked_at   timestamptz not null
);
