package app.emaki.model.remote;

import app.emaki.model.RenderRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What must not be seen, as models take it: away from the words where there is a field for it, else as a sentence. A heading with
 * things below it makes many a model show just those.
 */
final class Avoided {
    private Avoided() {}

    /** @param field whether the model is sent it by itself */
    static RenderRequest worded(RenderRequest request, boolean field) {
        var avoid = request.avoid();
        if (avoid == null || avoid.isBlank()) {
            return request;
        }
        var part = part(avoid).matcher(request.prompt());
        var sentence = field ? "" : sentence(avoid, request.language().equals("ja"));
        if (!part.find()) {
            // said in some other way is a way, too
            boolean said = sentence.isEmpty() || request.prompt().contains(avoid);
            return said ? request : request.saying((request.prompt() + "\n\n" + sentence).strip());
        }
        var words = part.replaceFirst(Matcher.quoteReplacement(sentence));
        return request.saying(words.replaceAll("\n{3,}", "\n\n").strip());
    }

    /** The line that names the part, and those below it that belong to it. */
    private static Pattern part(String avoid) {
        var lines = avoid.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s*\n\\s*"));
        return Pattern.compile("(?m)^[^\\n:：]{1,24}[:：]\\s*" + lines + "[ \\t　]*(?:\n|\\z)?");
    }

    private static String sentence(String avoid, boolean japanese) {
        var things = avoid.lines()
                .map(line -> line.strip().replaceAll("[.。,、]+$", ""))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(japanese ? "、" : ", "));
        return japanese ? things + "は、映さないでください。\n" : "Leave out " + things + ".\n";
    }
}
