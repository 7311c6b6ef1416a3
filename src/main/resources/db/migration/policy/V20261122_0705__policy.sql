create table policy_rule (
    id         uuid primary key,
    is_pattern boolean not null,
    term       text    not null,
    effect     text    not null check (effect in ('ALLOW', 'WARN', 'HOLD', 'BLOCK')),
    text_en    text    not null,
    text_ja    text    not null,
    in_force   boolean not null default true,
    unique (is_pattern, term)
);

-- What every instance starts with; the admin may change all of it.
insert into policy_rule (id, is_pattern, term, effect, text_en, text_ja)
select uuidv7(), true, term, 'BLOCK', text_en, text_ja
from (values
    ('\b(child|minor|loli|shota|underage)\b.{0,40}\b(sex|sexual|nude|naked|porn)|\b(sex|sexual|nude|naked|porn)\w*\b.{0,40}\b(child|minor|loli|shota|underage)',
     'No sexual content with minors, ever.', '未成年者の性的な表現は、いっさい認めません。'),
    ('(児童|子ども|子供|幼女|少女|少年|未成年).{0,20}(ポルノ|性的|裸|ヌード)|(ポルノ|性的|裸|ヌード).{0,20}(児童|子ども|子供|幼女|少女|少年|未成年)',
     'No sexual content with minors, ever.', '未成年者の性的な表現は、いっさい認めません。')
) as seed (term, text_en, text_ja);

insert into policy_rule (id, is_pattern, term, effect, text_en, text_ja)
select uuidv7(), false, term, 'BLOCK', text_en, text_ja
from (values
    ('porn', 'No pornography.', 'ポルノは認めません。'),
    ('pornographic', 'No pornography.', 'ポルノは認めません。'),
    ('hentai', 'No pornography.', 'ポルノは認めません。'),
    ('ポルノ', 'No pornography.', 'ポルノは認めません。'),
    ('beheading', 'No gore: nobody is cut up or put to death in the picture.', '残虐な描写は認めません。'),
    ('dismemberment', 'No gore: nobody is cut up or put to death in the picture.', '残虐な描写は認めません。'),
    ('斬首', 'No gore: nobody is cut up or put to death in the picture.', '残虐な描写は認めません。'),
    ('how to build a bomb', 'No instructions for violence.', '暴力の手引きは認めません。'),
    ('爆弾の作り方', 'No instructions for violence.', '暴力の手引きは認めません。'),
    ('heil hitler', 'No praise of hate.', '憎悪をたたえる表現は認めません。')
) as seed (term, text_en, text_ja);
