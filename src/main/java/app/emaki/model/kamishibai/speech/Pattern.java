package app.emaki.model.kamishibai.speech;

/** A pattern over labels as voice files write it: {@code *} stands for anything, {@code ?} for one character. */
final class Pattern {
    private final String text;
    private final boolean plain;

    Pattern(String pattern) {
        text = pattern;
        var inner = pattern.length() > 1 && pattern.startsWith("*") && pattern.endsWith("*");
        plain = inner && pattern.indexOf('?') < 0 && pattern.indexOf('*', 1) == pattern.length() - 1;
    }

    boolean matches(String label) {
        return plain ? label.contains(text.substring(1, text.length() - 1)) : matches(label, 0, 0);
    }

    private boolean matches(String label, int at, int place) {
        for (; place < text.length(); at++, place++) {
            var wanted = text.charAt(place);
            if (wanted == '*') {
                if (place == text.length() - 1) return true;
                for (var start = at; start <= label.length(); start++) {
                    if (matches(label, start, place + 1)) return true;
                }
                return false;
            }
            if (at == label.length() || (wanted != '?' && wanted != label.charAt(at))) return false;
        }
        return at == label.length();
    }
}
