-- one prompt and seed, made by several models side by side
create table comparison (
    id         uuid primary key,
    account_id uuid        not null references account (id),
    -- whether the names stay hidden until there is a verdict
    blind      boolean     not null,
    created_at timestamptz not null,
    decided_at timestamptz
);
create index comparison_account on comparison (account_id, created_at desc, id desc);

create table comparison_side (
    comparison uuid    not null references comparison (id) on delete cascade,
    place      integer not null check (place between 1 and 4),
    model      text    not null,
    -- the row is written later in the same breath
    generation uuid    not null references generation (id) on delete cascade deferrable initially deferred,
    primary key (comparison, place)
);
create index comparison_side_model on comparison_side (model);
create index comparison_side_generation on comparison_side (generation);

-- which side is the better one by each criterion; without a place none is
create table comparison_opinion (
    comparison uuid not null references comparison (id) on delete cascade,
    criterion  text not null check (criterion in ('OVERALL', 'HANDS', 'FACE', 'MOTION', 'PROMPT', 'SOUND')),
    place      integer check (place between 1 and 4),
    primary key (comparison, criterion)
);
