-- Rules in lists: what may not be said, names of people, names that belong to somebody, personal data; each with what to write instead.
alter table policy_rule
    add column kind       text        not null default 'WORDS' check (kind in ('WORDS', 'PERSON', 'MARK', 'DATA')),
    add column language   text check (language in ('ja', 'en')),
    add column instead_en text        not null default '',
    add column instead_ja text        not null default '',
    add column changed_at timestamptz not null default now();
alter table policy_rule alter column kind drop default;

-- exact texts that a moderator let through, as digests of their folded form
create table policy_permit (
    digest   bytea primary key,
    given_at timestamptz not null
);

-- Personal data never helps a picture; a warning, since a number may be a street in a story.
insert into policy_rule (id, kind, is_pattern, term, effect, text_en, text_ja)
select uuidv7(), 'DATA', true, term, 'WARN', text_en, text_ja
from (values
    ('[\p{Alnum}._%+-]{1,64}@[\p{Alnum}-]{1,63}(?:\.[\p{Alnum}-]{1,63})+',
     'Leave out e-mail addresses: a film is no place for them.', 'メールアドレスは書かないでください。'),
    ('(?<![\d-])0\d{1,4}-\d{1,4}-\d{3,4}(?![\d-])',
     'Leave out phone numbers: a film is no place for them.', '電話番号は書かないでください。')
) as seed (term, text_en, text_ja);
