-- A likeness that others may be allowed to use: of a person, or of a pet, a thing or a drawing.
create table cameo (
    id               uuid primary key,
    owner            uuid        not null references account (id),
    kind             text        not null check (kind in ('PERSON', 'CHARACTER')),
    -- a person goes by the handle of the account
    handle           text check (handle ~ '^[a-z0-9_]{3,20}$'),
    name             text        not null check (length(name) between 1 and 40),
    look             text        not null,
    description      text        not null check (length(description) <= 200),
    level            text        not null check (level in ('NOBODY', 'APPROVED', 'MUTUALS', 'EVERYONE')),
    asks_each        boolean     not null,
    restrictions     text[]      not null default '{}',
    never            text        not null default '' check (length(never) <= 300),
    ends_at          timestamptz,
    challenge        text check (challenge in ('TYPED', 'SPOKEN')),
    consent_version  text        not null,
    consent_language text        not null,
    consented_at     timestamptz not null,
    created_at       timestamptz not null,
    deleted_at       timestamptz,
    check ((kind = 'PERSON') = (handle is null)),
    check (kind = 'CHARACTER' or challenge is not null)
);
create unique index cameo_person on cameo (owner) where kind = 'PERSON' and deleted_at is null;
create unique index cameo_handle on cameo (handle) where deleted_at is null;
create index cameo_owner on cameo (owner, created_at desc, id desc);

-- The portrait, sealed; the row goes when the cameo does.
create table cameo_portrait (
    cameo        uuid primary key references cameo (id) on delete cascade,
    sealed       bytea       not null,
    content_type text        not null,
    -- what the look at it found, as JSON
    finding      text        not null,
    created_at   timestamptz not null
);

-- What one person lets one other do.
create table cameo_grant (
    id         uuid primary key,
    cameo      uuid        not null references cameo (id),
    account    uuid        not null references account (id),
    state      text        not null check (state in ('ASKED', 'ALLOWED', 'REFUSED', 'REVOKED')),
    -- for one film alone
    once       boolean     not null default false,
    words      text        not null default '' check (length(words) <= 300),
    asked_at   timestamptz not null,
    decided_at timestamptz check ((state = 'ASKED') = (decided_at is null)),
    unique (cameo, account)
);
create index cameo_grant_newest on cameo_grant (cameo, asked_at desc, id desc);
create index cameo_grant_account on cameo_grant (account, asked_at desc, id desc);

-- Every film that a likeness was ordered for. The film has its id before it exists.
create table cameo_use (
    id         uuid primary key,
    cameo      uuid        not null references cameo (id),
    account    uuid        not null references account (id),
    video      uuid        not null,
    prompt     text        not null,
    state      text        not null check (state in ('PENDING', 'ALLOWED', 'REFUSED', 'REVOKED')),
    created_at timestamptz not null,
    -- when the person themselves said so of this very film
    decided_at timestamptz,
    unique (video, cameo)
);
create index cameo_use_newest on cameo_use (cameo, created_at desc, id desc);
create index cameo_use_account on cameo_use (account, created_at desc, id desc);

-- Words to copy or read aloud, good once and for some minutes.
create table cameo_challenge (
    id         uuid primary key,
    account    uuid        not null references account (id) on delete cascade,
    words      text        not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index cameo_challenge_old on cameo_challenge (expires_at);

-- The words that a restriction keeps away from a likeness.
create table cameo_word (
    restriction text not null check (restriction in ('VIOLENCE', 'ADULT', 'POLITICS', 'ADVERTISING')),
    term        text not null,
    primary key (restriction, term)
);
insert into cameo_word (restriction, term)
select 'VIOLENCE', unnest(array['violence', 'violent', 'blood', 'bloody', 'kill', 'kills', 'killed', 'killing', 'murder', 'gun', 'guns', 'shoot', 'shoots',
    'shooting', 'shot dead', 'knife', 'stab', 'stabs', 'stabbed', 'sword', 'fight', 'fights', 'fighting', 'punch', 'punches', 'hit', 'beaten', 'war',
    'weapon', 'weapons', 'bomb', 'explode', 'explosion', 'corpse', 'wound', 'torture',
    '暴力', '血', '殺', '銃', '撃', 'ナイフ', '刺', '刀', '剣', '戦', '喧嘩', 'けんか', 'ケンカ', '殴', '蹴', '武器', '爆', '死体', '拷問', '流血']);
insert into cameo_word (restriction, term)
select 'ADULT', unnest(array['sexy', 'sex', 'sexual', 'nude', 'naked', 'topless', 'lingerie', 'underwear', 'swimsuit', 'swimwear', 'bikini', 'kiss', 'kisses', 'kissing',
    'bed', 'bedroom', 'shower', 'bath', 'bathing', 'drunk', 'drugs', 'cocaine', 'smoking', 'cigarette', 'strip', 'seductive', 'erotic',
    'セクシー', '裸', '全裸', '下着', '水着', 'ビキニ', 'キス', '接吻', 'ベッド', '寝室', 'シャワー', '風呂', '入浴', '酔', '麻薬', '薬物', '喫煙', 'タバコ', 'たばこ', '煙草', '色っぽ', '官能']);
insert into cameo_word (restriction, term)
select 'POLITICS', unnest(array['politics', 'political', 'politician', 'election', 'vote', 'votes', 'voting', 'party rally', 'campaign', 'president', 'minister', 'parliament',
    'protest', 'protests', 'demonstration', 'propaganda',
    '政治', '選挙', '投票', '政党', '演説', '大統領', '首相', '大臣', '国会', '議員', 'デモ', '抗議', 'プロパガンダ']);
insert into cameo_word (restriction, term)
select 'ADVERTISING', unnest(array['advert', 'advertisement', 'advertising', 'ad for', 'commercial', 'sponsor', 'sponsored', 'brand', 'promo', 'promotion', 'buy now', 'sale', 'discount',
    'endorse', 'endorses', 'endorsement', 'infomercial',
    '広告', '宣伝', 'コマーシャル', 'ＣＭ', 'スポンサー', 'ブランド', '販促', 'セール', '割引', '推薦', 'おすすめ商品', '通販']);

-- From people who may have no account at all.
create table cameo_takedown (
    id         uuid primary key,
    page       text        not null check (length(page) <= 500),
    -- the film meant, when the address was one of ours
    video      uuid,
    name       text        not null check (length(name) between 1 and 100),
    contact    text        not null check (length(contact) between 3 and 200),
    words      text        not null check (length(words) <= 2000),
    language   text        not null,
    state      text        not null default 'OPEN' check (state in ('OPEN', 'TAKEN_DOWN', 'DECLINED')),
    created_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references account (id),
    answer     text        not null default '' check (length(answer) <= 1000)
);
create index cameo_takedown_newest on cameo_takedown (created_at desc, id desc);
create index cameo_takedown_open on cameo_takedown (created_at, id) where state = 'OPEN';
