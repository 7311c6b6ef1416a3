-- the truth about a job: whoever works on it holds its lease, and proves so by the fence when writing
create table generation (
    id               uuid primary key,
    account_id       uuid        not null references account,
    group_id         uuid        not null,
    take             integer     not null check (take between 1 and 4),
    state            text        not null check (state in
                         ('QUEUED', 'RUNNING', 'MASTERING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'UNKNOWN')),

    model            text        not null,
    backend          text        not null,
    configuration    text        not null,
    prompt           text        not null,
    language         text        not null,
    -- the prompt taken apart, as JSON for models that read it
    script           text,
    aspect           text        not null check (aspect in ('PORTRAIT', 'LANDSCAPE', 'SQUARE')),
    seconds          integer     not null check (seconds > 0),
    lines            integer     not null check (lines > 0),
    sound            boolean     not null,
    seed             bigint      not null,
    remix_of         uuid,
    credits          integer     not null check (credits >= 0),
    charged          integer     not null default 0 check (charged between 0 and credits),

    -- chosen before mastering, since it stands in the film's metadata
    video_id         uuid        not null unique,
    progress         integer     not null default 0 check (progress between 0 and 100),
    flags            text[]      not null default '{}',

    -- the process whose backend holds the job, for backends that live in the process
    node             uuid,
    submit_tries     integer     not null default 0,
    -- set before the call: from then on the backend may have the job
    submit_sent_at   timestamptz,
    remote_id        text,
    -- calls that failed in a row, and tries at mastering
    failed_calls     integer     not null default 0,
    master_tries     integer     not null default 0,
    -- what came back: the file as it was, and what the backend wants to see again for a remix
    raw              text,
    plan             text,
    captions         text,

    lease_by         uuid,
    lease_until      timestamptz,
    fence            bigint      not null default 0,
    next_step_at     timestamptz,

    cancel_asked     boolean     not null default false,
    failure          text,
    failure_detail   text,

    created_at       timestamptz not null,
    admitted_at      timestamptz,
    progressed_at    timestamptz,
    rendered_at      timestamptz,
    finished_at      timestamptz,

    unique (group_id, take),
    check ((failure is not null) = (state in ('FAILED', 'CANCELLED'))),
    check ((finished_at is not null) = (state in ('SUCCEEDED', 'FAILED', 'CANCELLED')))
);
create index generation_queue on generation (backend, account_id, created_at, take) where state = 'QUEUED';
create index generation_busy on generation (account_id, backend) where state in ('RUNNING', 'MASTERING', 'UNKNOWN');
create index generation_due on generation (next_step_at) where state in ('RUNNING', 'MASTERING', 'UNKNOWN');
create index generation_account on generation (account_id, created_at desc, id desc);
create index generation_learned on generation (model, lines, finished_at desc) where state = 'SUCCEEDED';
create index generation_failed on generation (finished_at desc) where state = 'FAILED';

-- whose turn it is: an account served moves back by 1 over the weight of its plan
create table turn (
    account_id uuid primary key references account,
    served     bigint not null,
    next       bigint not null
);
create index turn_served on turn (served desc);

-- processes that work on this database
create table node (
    id      uuid primary key,
    seen_at timestamptz not null
);
