-- what somebody is writing: one desk for each account, saved while they type
create table prompt_draft (
    account_id uuid primary key references account (id),
    text       text        not null,
    model      text        not null,
    aspect     text        not null check (aspect in ('PORTRAIT', 'LANDSCAPE', 'SQUARE')),
    seconds    integer     not null check (seconds between 1 and 600),
    lines      integer     not null check (lines between 1 and 4320),
    sound      boolean     not null,
    seed       bigint,
    takes      integer     not null check (takes between 1 and 4),
    remix_of   uuid references video (id),
    -- rules of the coach that were waved away for this prompt
    dismissed  text[]      not null default '{}',
    updated_at timestamptz not null
);
