-- somebody may write several films at a time: one lies on the desk, the others in the drawer
alter table prompt_draft drop constraint prompt_draft_pkey;
alter table prompt_draft
    add column id           uuid    not null default gen_random_uuid() primary key,
    add column name         text    not null default '' check (length(name) <= 60),
    add column on_desk      boolean not null default true,
    add column deleted_at   timestamptz check (deleted_at is null or not on_desk),
    -- how it shall be shown once it is made
    add column visibility   text    not null default 'EVERYONE' check (visibility in ('PRIVATE', 'LINK', 'FOLLOWERS', 'EVERYONE')),
    add column prompt_shown boolean not null default true;
alter table prompt_draft alter column id drop default, alter column on_desk drop default;
create unique index prompt_draft_desk on prompt_draft (account_id) where on_desk;
create index prompt_draft_drawer on prompt_draft (account_id, updated_at desc, id desc);

-- what was wished for an order when it was given, and which of its takes its author kept
create table film_wish (
    group_id     uuid primary key,
    account_id   uuid    not null references account (id),
    title        text    not null check (length(title) <= 60),
    visibility   text    not null check (visibility in ('PRIVATE', 'LINK', 'FOLLOWERS', 'EVERYONE')),
    prompt_shown boolean not null,
    kept         uuid references generation (id) on delete set null
);
create index film_wish_account on film_wish (account_id);

-- notes of the coach that somebody never wants to see again
create table coach_silence (
    account_id uuid not null references account (id),
    rule       text not null,
    primary key (account_id, rule)
);

-- phrases and settings that somebody uses again and again
create table prompt_preset (
    id         uuid primary key,
    account_id uuid        not null references account (id),
    name       text        not null check (length(name) between 1 and 60),
    -- parts of a prompt, written as the composer writes them
    text       text        not null,
    -- settings of the film as JSON; null when only words are kept
    settings   text,
    created_at timestamptz not null,
    deleted_at timestamptz
);
create index prompt_preset_account on prompt_preset (account_id, created_at desc, id desc);
