create table feedback (
    id         uuid primary key,
    account_id uuid        not null references account (id),
    words      text        not null,
    -- where it was written, and what the browser looked like there
    page       text        not null,
    state      text        not null,
    written_at timestamptz not null,
    done_at    timestamptz,
    done_by    uuid references account (id)
);
create index feedback_open on feedback (written_at desc, id desc) where done_at is null;
create index feedback_done on feedback (written_at desc, id desc) where done_at is not null;
create index feedback_account on feedback (account_id);
