-- One matter gathers everything that is said of one thing: a film, a comment, a person, a cameo, or words that were refused.
create table matter (
    id            uuid primary key,
    kind          text        not null check (kind in ('VIDEO', 'COMMENT', 'PROFILE', 'CAMEO', 'WORDS')),
    -- no reference: what is decided outlives the thing that it was about
    subject_id    uuid        not null,
    account_id    uuid        not null references account (id),
    -- what stood there at the time: a comment, a name, refused words
    words         text        not null default '' check (length(words) <= 4000),
    rule          text        not null,
    -- of the gravest rule; more is more urgent
    weight        integer     not null,
    voices        integer     not null default 0,
    -- nobody else sees it until it is decided
    held          boolean     not null default false,
    opened_at     timestamptz not null,
    decided_at    timestamptz,
    claimed_by    uuid references account (id),
    claimed_until timestamptz,
    version       integer     not null default 0
);
create unique index matter_open_once on matter (kind, subject_id) where decided_at is null;
create index matter_urgent on matter ((-weight), opened_at, id) where decided_at is null;
create index matter_oldest on matter (opened_at, id) where decided_at is null;
create index matter_loudest on matter ((-voices), opened_at, id) where decided_at is null;
create index matter_account on matter (account_id, opened_at desc);

alter table report add column case_key text;
update report set case_key = video_id::text || coalesce(decision_id::text, '');
insert into matter (id, kind, subject_id, account_id, rule, weight, voices, opened_at, decided_at)
select uuidv7(), 'VIDEO', r.video_id, v.author, (array_agg(r.rule order by r.reported_at desc))[1], 1, count(*), min(r.reported_at), min(d.decided_at)
from report r join video v on v.id = r.video_id left join decision d on d.id = r.decision_id
group by r.video_id, v.author, r.decision_id;
alter table report add column matter_id uuid references matter (id);
update report r set matter_id = (
    select m.id from matter m where m.subject_id = r.video_id
      and m.decided_at is not distinct from (select d.decided_at from decision d where d.id = r.decision_id) limit 1);
alter table report alter column matter_id set not null;

alter table decision add column matter_id uuid references matter (id);
update decision d set matter_id = (select r.matter_id from report r where r.decision_id = d.id limit 1);
insert into matter (id, kind, subject_id, account_id, rule, weight, opened_at, decided_at)
select d.id, 'VIDEO', d.video_id, d.author_id, d.rule, 1, d.decided_at, d.decided_at from decision d where d.matter_id is null;
update decision set matter_id = id where matter_id is null;
alter table decision alter column matter_id set not null;

drop index report_open_once;
drop index report_open;
drop index report_decision;
alter table report drop column case_key, drop column video_id, drop column decision_id;
-- one voice for each matter and person; a second one changes the first
create unique index report_once on report (matter_id, reporter_id);
create index report_mine on report (reporter_id, reported_at desc, id desc);

alter table decision rename column author_id to account_id;
alter table decision drop column video_id, drop constraint decision_outcome_check;
alter table decision
    add check (outcome in ('KEEP', 'LIMIT', 'WARN', 'REMOVE', 'SUSPEND', 'BAN')),
    -- the films that it took away, remixes too
    add column touched     uuid[]      not null default '{}',
    -- what a profile said before
    add column before      text        not null default '',
    add column until       timestamptz,
    add column lifted_at   timestamptz,
    -- a ban that a second person has yet to confirm
    add column waits       boolean     not null default false,
    add column second_id   uuid references account (id),
    add column undone_by   uuid references account (id);
create index decision_matter on decision (matter_id, decided_at desc);
create index decision_ends on decision (until) where until is not null and lifted_at is null and undone_at is null;
create index decision_waits on decision (decided_at) where waits and undone_at is null;

-- What a reporter and the moderators write to each other.
create table report_message (
    id        uuid primary key,
    report_id uuid        not null references report (id),
    author_id uuid        not null references account (id),
    moderator boolean     not null,
    words     text        not null check (length(words) between 1 and 1000),
    sent_at   timestamptz not null
);
create index report_message_thread on report_message (report_id, sent_at, id);

-- One text for each decision, within twenty days of it.
create table appeal (
    id          uuid primary key,
    decision_id uuid        not null unique references decision (id),
    account_id  uuid        not null references account (id),
    words       text        not null check (length(words) between 1 and 2000),
    filed_at    timestamptz not null,
    answered_at timestamptz,
    answered_by uuid references account (id),
    granted     boolean,
    answer      text        not null default '' check (length(answer) <= 1000),
    check ((answered_at is null) = (granted is null))
);
create index appeal_open on appeal (filed_at, id) where answered_at is null;
create index appeal_account on appeal (account_id);

-- Filters of the queue that a moderator keeps under a name.
create table queue_filter (
    id         uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    name       text not null check (length(name) between 1 and 40),
    query      text not null check (length(query) <= 300),
    unique (account_id, name)
);

-- Authors whose films are published without review.
create table trusted_author (
    account_id uuid primary key references account (id) on delete cascade,
    since      timestamptz not null
);

-- What a film looks like: the digest of its file, and difference hashes of pictures spread over it.
create table film_print (
    video_id uuid primary key references video (id) on delete cascade,
    digest   bytea    not null,
    hashes   bigint[] not null
);
-- Films that must not come back. They outlive the film itself.
create table blocked_film (
    id         uuid primary key,
    video_id   uuid        not null unique,
    digest     bytea       not null,
    hashes     bigint[]    not null,
    rule       text        not null,
    blocked_at timestamptz not null
);
create index blocked_film_digest on blocked_film (digest);
create index audit_entry_actor on audit_entry (actor_id, number desc);
