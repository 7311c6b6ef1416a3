package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A free text cut into the passages that each become a shot, and what holds for the whole film ("It is raining.", "Anime style"),
 * which is hits without their words, at their places.
 */
record Passages(List<Passage> list, List<Passage> everywhere) {
    private static final int LONGEST_TEXT = 5000;
    private static final double FIRM_SECONDS = 1.2;
    private static final double LOOSE_SECONDS = 2.0;

    private static final String NUMBER = "[0-9０-９一二三四五六七八九十]{1,2}";
    private static final Pattern LABEL = Pattern.compile(
            "(?:(?<=^|\\n|[\\s。.;；])(?:shot|scene|cut|カット|シーン|ショット|場面|第)\\s*[#＃]?" + NUMBER
                    + "\\s*(?:カット|シーン|場面|幕)?\\s*[:：.\\-—–)）、]?\\s*|(?<=^|\\n)\\s*(?:" + NUMBER
                    + "\\s*[.)．、）:：](?!\\d)|[-*•・])\\s*|(?<=\\s)\\(?[1-9]\\)\\s*|[①-⑳]\\s*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRM = Pattern.compile("\\s*(?:→|⇒|➡|⟶|->|=>|>>|\\||\\n)\\s*");
    private static final Pattern LOOSE = Pattern.compile(
            "[。！？!?]+|(?<!\\b(?:mt|mr|mrs|ms|dr|st|vs))\\.+(?=\\s|$|" + Quotes.MARK + ")|[;；]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMA = Pattern.compile("[、,，]");
    private static final Pattern RANGE = Pattern.compile(
            "[(\\[（【]?\\s*(?:0?:)?(\\d{1,2}(?:\\.\\d+)?)\\s*(?:s|秒)?\\s*[-–~〜～]\\s*(?:0?:)?(\\d{1,2}(?:\\.\\d+)?)\\s*(?:s\\b|sec\\b|secs\\b|seconds\\b|秒)\\s*[)\\]）】]?\\s*[:：]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LENGTH = Pattern.compile(
            "[(\\[（【]?\\s*(?:for\\s+)?(\\d{1,2}(?:\\.\\d+)?)\\s*-?(?:s\\b|sec\\b|secs\\b|seconds?\\b|秒(?:間)?)\\s*[)\\]）】]?\\s*[:：]?",
            Pattern.CASE_INSENSITIVE);

    static Passages of(String text, double seconds, Refusals refusals) {
        Quotes quotes = Quotes.in(text.substring(
                0, text.offsetByCodePoints(0, Math.min(LONGEST_TEXT, text.codePointCount(0, text.length())))));
        var pieces = new ArrayList<Passage>();
        var everywhere = new ArrayList<Passage>();
        for (Passage piece : pieces(quotes, refusals)) {
            place(piece, pieces, everywhere);
        }
        fit(pieces, seconds);
        return new Passages(List.copyOf(pieces), List.copyOf(everywhere));
    }

    /** One passage of its own, never cut further. */
    static Passage single(String text, @Nullable Double seconds, Refusals refusals) {
        return passage(Quotes.in(text), seconds, true, refusals);
    }

    private static List<Passage> pieces(Quotes quotes, Refusals refusals) {
        var starts = new TreeMap<Integer, Boolean>();
        String text = quotes.text();
        starts.put(0, true);
        Lexicon.standard().read(text).stream()
                .filter(h -> h.has(Kind.CUT, "NEXT"))
                .forEach(h -> starts.merge(h.start(), true, Boolean::logicalOr));
        marks(LOOSE, text, starts, false);
        marks(FIRM, text, starts, true);
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            starts.put(label.start(), true);
        }
        var pieces = new ArrayList<Passage>();
        for (var start : starts.entrySet()) {
            Integer end = starts.higherKey(start.getKey());
            Quotes part = quotes.part(start.getKey(), end == null ? text.length() : end);
            pieces.addAll(commas(timed(part, start.getValue() && start.getKey() > 0, refusals), refusals));
        }
        return pieces;
    }

    private static void marks(Pattern pattern, String text, TreeMap<Integer, Boolean> starts, boolean firm) {
        Matcher mark = pattern.matcher(text);
        while (mark.find()) {
            if (mark.end() < text.length()) {
                starts.merge(mark.end(), firm, Boolean::logicalOr);
            }
        }
    }

    private static Passage timed(Quotes part, boolean firm, Refusals refusals) {
        Matcher label = LABEL.matcher(part.text());
        Quotes bare = label.lookingAt() ? blank(part, label.start(), label.end()) : part;
        Double seconds = null;
        if (firm || label.lookingAt()) {
            Matcher range = RANGE.matcher(bare.text());
            Matcher length = LENGTH.matcher(bare.text());
            if (range.find()) {
                seconds = Double.parseDouble(range.group(2)) - Double.parseDouble(range.group(1));
                bare = blank(bare, range.start(), range.end());
            } else if (length.find()) {
                seconds = Double.valueOf(length.group(1));
                bare = blank(bare, length.start(), length.end());
            }
        }
        return passage(bare, seconds != null && seconds > 0 ? seconds : null, firm, refusals);
    }

    private static Quotes blank(Quotes part, int from, int to) {
        String text = part.text();
        return new Quotes(text.substring(0, from) + " ".repeat(to - from) + text.substring(to), part.quotes());
    }

    private static Passage passage(Quotes part, @Nullable Double seconds, boolean firm, Refusals refusals) {
        String plain = Tokens.plain(part.text());
        List<Hit> hits = Counts.merge(plain, Lexicon.standard().read(part.text()));
        return new Passage(
                part.text(), Tokens.of(plain), refusals.read(part.text(), hits), part.quotes(), seconds, firm);
    }

    /** Cuts at commas that lead to another place, another hour or another framing with something in it. */
    private static List<Passage> commas(Passage whole, Refusals refusals) {
        var out = new ArrayList<Passage>();
        Quotes quotes = new Quotes(whole.text(), whole.quotes());
        Matcher comma = COMMA.matcher(whole.text());
        int from = 0;
        while (comma.find()) {
            int next = nextComma(whole.text(), comma.end());
            Passage before = passage(quotes.part(from, comma.start()), null, true, refusals);
            Passage after = passage(quotes.part(comma.end(), next), null, true, refusals);
            if (leadsElsewhere(before, after)) {
                out.add(passage(
                        quotes.part(from, comma.end()),
                        out.isEmpty() ? whole.seconds() : null,
                        out.isEmpty() ? whole.firm() : true,
                        refusals));
                from = comma.end();
            }
        }
        if (out.isEmpty()) {
            return List.of(whole);
        }
        out.add(passage(quotes.part(from, whole.text().length()), null, true, refusals));
        return out;
    }

    private static int nextComma(String text, int from) {
        Matcher comma = COMMA.matcher(text);
        return comma.find(from) ? comma.start() : text.length();
    }

    private static boolean leadsElsewhere(Passage before, Passage after) {
        if (!showy(before) || !showy(after)) {
            return false;
        }
        Setting here = Places.settingOf(before);
        Setting there = Places.settingOf(after);
        if (here != null && there != null && !Places.near(here, there)) {
            return true;
        }
        if (here != null && here == there && Places.bound(before) && !Places.bound(after)) {
            return true;
        }
        String hour = before.first(Kind.HOUR).map(Concept::name).orElse("");
        boolean later = !hour.isEmpty()
                && after.has(Kind.HOUR)
                && !after.has(Kind.HOUR, hour)
                && (there != null || after.has(Kind.ACTION));
        boolean reframed = (after.has(Kind.FRAMING) || after.has(Kind.ANGLE))
                && (before.hasSubject() || before.has(Kind.ACTION) || here != null)
                && (after.hasSubject()
                        || after.has(Kind.ACTION)
                        || after.has(Kind.PROP)
                        || after.spoken()
                        || there != null);
        return later || reframed;
    }

    private static boolean showy(Passage piece) {
        return piece.hasSubject()
                || piece.has(Kind.SETTING)
                || piece.has(Kind.ACTION)
                || piece.has(Kind.FRAMING)
                || piece.has(Kind.PROP)
                || piece.has(Kind.DRIFT)
                || piece.spoken()
                || !Nouns.unknown(piece).isEmpty();
    }

    private static void place(Passage piece, List<Passage> pieces, List<Passage> everywhere) {
        boolean anything = piece.hits().stream().anyMatch(Hit::meaningful)
                || !piece.quotes().isEmpty();
        boolean signs = piece.quotes().stream().anyMatch(Quote::sign);
        if ((showy(piece) || turns(piece, pieces)) && !(looselyKnown(piece) && !pieces.isEmpty())) {
            boolean opening = pieces.isEmpty() || piece.firm();
            pieces.add(opening && !piece.firm() ? firm(piece) : piece);
        } else if (anything && (camera(piece) || signs) && !pieces.isEmpty()) {
            pieces.add(pieces.removeLast().and(piece));
        } else if (anything) {
            everywhere.add(wordless(piece));
            if (signs) {
                pieces.add(piece);
            }
        }
    }

    private static Passage wordless(Passage piece) {
        return new Passage(" ".repeat(piece.text().length()), List.of(), piece.hits(), List.of(), null, false);
    }

    /** Another weather or hour than was told before: "It rains. Then the sun comes out." */
    private static boolean turns(Passage piece, List<Passage> pieces) {
        return pieces.stream()
                .anyMatch(before -> differs(before, piece, Kind.WEATHER) || differs(before, piece, Kind.HOUR));
    }

    private static boolean differs(Passage before, Passage after, Kind kind) {
        var told = before.first(kind);
        return told.isPresent()
                && after.has(kind)
                && !after.has(kind, told.get().name());
    }

    /** Nothing in it but words the lexicon does not know. */
    private static boolean looselyKnown(Passage piece) {
        return !piece.firm()
                && piece.hits().stream().noneMatch(Hit::meaningful)
                && piece.quotes().isEmpty();
    }

    private static Passage firm(Passage piece) {
        return new Passage(piece.text(), piece.tokens(), piece.hits(), piece.quotes(), piece.seconds(), true);
    }

    private static boolean camera(Passage piece) {
        return piece.has(Kind.MOVE)
                || piece.has(Kind.ANGLE)
                || piece.has(Kind.SPEED)
                || piece.has(Kind.EMOTION)
                || piece.has(Kind.EFFECT);
    }

    /** Joins passages until each shot has time enough to be seen. */
    private static void fit(List<Passage> pieces, double seconds) {
        while (pieces.size() > 1 && need(pieces) > seconds + 0.01) {
            int at = shortest(pieces, pieces.stream().skip(1).anyMatch(p -> !p.firm()));
            pieces.set(at - 1, pieces.get(at - 1).and(pieces.remove(at)));
        }
    }

    private static double need(List<Passage> pieces) {
        return pieces.stream()
                .mapToDouble(p -> p.firm() ? FIRM_SECONDS : LOOSE_SECONDS)
                .sum();
    }

    private static int shortest(List<Passage> pieces, boolean loose) {
        int best = -1;
        for (int i = 1; i < pieces.size(); i++) {
            int length =
                    pieces.get(i).text().length() + pieces.get(i - 1).text().length();
            if ((!loose || !pieces.get(i).firm())
                    && (best < 0
                            || length
                                    < pieces.get(best).text().length()
                                            + pieces.get(best - 1).text().length())) {
                best = i;
            }
        }
        return best;
    }
}
