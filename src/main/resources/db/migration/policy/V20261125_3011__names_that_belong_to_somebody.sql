-- Names that a prompt is better off without: a note while somebody writes, never a wall. The admin may change all of it.
insert into policy_rule (id, kind, is_pattern, term, effect, text_en, text_ja, instead_en, instead_ja)
select uuidv7(), 'MARK', false, term, 'WARN',
    'That belongs to a brand. An invented one is yours to show.', 'だれかの商標です。架空のものなら、自由に見せられます。',
    'an invented one', '架空のもの'
from unnest(array[
    'Mickey Mouse', 'Pikachu', 'Pokémon', 'Pokemon', 'Super Mario', 'Hello Kitty', 'Doraemon', 'Batman', 'Superman', 'Spider-Man', 'Spiderman',
    'Star Wars', 'Harry Potter', 'Coca-Cola', 'Nike', 'Starbucks', 'McDonald''s', 'McDonalds', 'iPhone', 'Marvel', 'Nintendo', 'Lego', 'Disney', 'Pixar',
    'ミッキーマウス', 'ピカチュウ', 'ポケモン', 'スーパーマリオ', 'ハローキティ', 'ドラえもん', 'バットマン', 'スーパーマン', 'スパイダーマン', 'スターウォーズ', 'スター・ウォーズ',
    'ハリー・ポッター', 'ハリーポッター', 'コカ・コーラ', 'コカコーラ', 'ナイキ', 'スターバックス', 'スタバ', 'マクドナルド', '任天堂', 'ディズニー', 'ピクサー', 'ジブリ'
]) as seed (term)
on conflict (is_pattern, term) do nothing;

insert into policy_rule (id, kind, is_pattern, term, effect, text_en, text_ja, instead_en, instead_ja)
select uuidv7(), 'PERSON', false, term, 'WARN',
    'That is a real person. Nobody appears in a film without having agreed to it.', '実在の人です。同意のない人は、作品に出せません。',
    'an invented character', '架空の人物'
from unnest(array[
    'Taylor Swift', 'Elon Musk', 'Donald Trump', 'Barack Obama', 'Vladimir Putin', 'Tom Cruise', 'Beyoncé', 'Cristiano Ronaldo', 'Lionel Messi',
    'Hayao Miyazaki', 'Shohei Ohtani', '宮崎駿', '新海誠', '大谷翔平', '木村拓哉', '明石家さんま', '天皇陛下'
]) as seed (term)
on conflict (is_pattern, term) do nothing;
