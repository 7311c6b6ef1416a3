package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The nouns of a passage that the lexicon does not know: they become paper props with their word on a sign. */
final class Nouns {
    private static final Set<String> OPENERS = Set.of(
            "a", "an", "the", "this", "that", "my", "your", "his", "her", "its", "our", "their", "of", "some", "with",
            "into", "and", "in", "on", "as", "like", "named", "called", "giant", "huge", "big", "little", "tiny",
            "small", "old", "large", "new", "is");
    private static final int LONGEST_SIGN = 14;

    /** A clockmaker, a dentist: people by their trade. */
    private static final Pattern TRADE = Pattern.compile(
            ".{3,}(?:maker|smith|keeper|monger|wright|seller|vendor|player|driver|hunter|tamer|trainer|walker|woman|man|boy|girl|ologist|entist|ician)s?");

    /**
     * @param person whether the word reads as somebody's name
     * @param region whether the word reads as the name of a place
     */
    record Noun(int start, int end, String word, boolean person, boolean region) {}

    private Nouns() {}

    static List<Noun> unknown(Passage passage) {
        var nouns = new ArrayList<Noun>();
        List<Token> run = new ArrayList<>();
        List<Token> tokens = passage.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean joins = !run.isEmpty()
                    && run.getLast().script() == token.script()
                    && token.start() - run.getLast().end() <= (token.latin() ? 1 : 0);
            if (!joins) {
                close(passage, run, nouns);
            }
            if (candidate(passage, token)) {
                run.add(token);
            } else {
                close(passage, run, nouns);
            }
        }
        close(passage, run, nouns);
        return nouns;
    }

    private static boolean candidate(Passage passage, Token token) {
        boolean verb = token.part() != null
                && token.part().startsWith("名詞-サ変接続")
                && passage.tokens().stream()
                        .anyMatch(t -> t.start() == token.end() && t.stem().equals("する"));
        boolean known =
                verb || passage.hits().stream().anyMatch(h -> h.start() < token.end() && h.end() > token.start());
        if (known) {
            return false;
        }
        return switch (token.script()) {
            case LATIN -> token.surface().length() > 2 && !token.surface().matches(".*(ly|ing|ed|n't|'s)");
            case JAPANESE -> noun(token);
            case OTHER -> true;
            case NUMBER -> false;
        };
    }

    private static boolean noun(Token token) {
        String part = token.part() == null ? "" : token.part();
        boolean shape = part.startsWith("名詞-一般")
                || part.startsWith("名詞-固有名詞")
                || part.startsWith("名詞-サ変接続")
                || part.equals("未知語");
        boolean kana = token.surface().length() < 2 && token.surface().charAt(0) < 0x3400;
        return shape && !kana;
    }

    private static void close(Passage passage, List<Token> run, List<Noun> nouns) {
        if (run.isEmpty()) {
            return;
        }
        Token last = run.getLast();
        Token first = run.get(Math.max(0, run.size() - (last.latin() ? 2 : 4)));
        String word = passage.text().substring(first.start(), last.end());
        boolean capital = last.latin() && Character.isUpperCase(passage.text().charAt(first.start()));
        boolean japaneseName = last.part() != null && last.part().contains("人名");
        boolean region = last.part() != null && last.part().contains("地域");
        boolean describes = last.latin()
                && passage.hits().stream()
                        .anyMatch(h -> h.start() == last.end() + 1
                                && (h.has(Kind.FIGURE) || h.has(Kind.PROP) || h.has(Kind.SETTING)));
        if (describes) {
            run.clear();
            return;
        }
        if (!last.latin() || run.size() == passage.tokens().size() || capital || opened(passage, run.getFirst())) {
            boolean name = japaneseName
                    || (last.latin()
                            && run.size() == 1
                            && TRADE.matcher(last.surface()).matches())
                    || (capital && run.getFirst().equals(first) && acts(passage, last));
            nouns.add(new Noun(first.start(), last.end(), shorten(word), name, region));
        }
        run.clear();
    }

    /** A name at the start of a sentence with a human deed right behind it. */
    private static boolean acts(Passage passage, Token token) {
        return passage.hits().stream()
                .anyMatch(h -> h.has(Kind.ACTION) && h.start() >= token.end() && h.start() - token.end() <= 4);
    }

    private static boolean opened(Passage passage, Token first) {
        int index = passage.tokens().indexOf(first);
        return index == 0
                || OPENERS.contains(passage.tokens().get(index - 1).surface())
                || passage.hits().stream()
                        .anyMatch(h -> (h.has(Kind.COLOUR) || h.has(Kind.COUNT))
                                && !somebody(h)
                                && h.end() <= first.start()
                                && first.start() - h.end() <= 1);
    }

    /** "A couple argues": what comes after people is a deed. */
    private static boolean somebody(Hit hit) {
        return hit.has(Kind.FIGURE) || hit.has(Kind.COUNT, "PEOPLE") || Casting.TOGETHER.contains(hit.words());
    }

    static String shorten(String word) {
        String plain = word.strip();
        int points = plain.codePointCount(0, plain.length());
        return points <= LONGEST_SIGN ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_SIGN - 1)) + "…";
    }
}
