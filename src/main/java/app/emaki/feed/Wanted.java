package app.emaki.feed;

import app.emaki.video.Caption;
import app.emaki.video.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody is looking for, as they typed it.
 *
 * @param person start of a handle; empty when no word begins with {@code @}
 */
record Wanted(String text, List<String> words, List<String> tags, String person) {
    private static final int LONGEST = 100;

    static Wanted of(String typed) {
        var text = typed.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST));
        var words = new ArrayList<String>();
        var tags = new ArrayList<String>();
        var person = "";
        for (var part : text.split("[\\s　]+")) {
            if (part.startsWith("@") || part.startsWith("＠")) {
                person = part.substring(1).toLowerCase(java.util.Locale.ROOT);
            } else if (part.startsWith("#") || part.startsWith("＃")) {
                tags.add(Caption.tag(part.substring(1)));
            } else {
                words.addAll(Words.wanted(part));
            }
        }
        return new Wanted(
                text,
                words.stream().distinct().toList(),
                tags.stream().distinct().toList(),
                person);
    }

    boolean nothing() {
        return words.isEmpty() && tags.isEmpty();
    }
}
