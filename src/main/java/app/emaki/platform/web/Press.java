package app.emaki.platform.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes into a template, once and for one language, whatever is the same each time that it is shown: messages without
 * arguments, addresses of static files, icons. What is left is filled in for each request.
 */
final class Press {
    private static final Pattern COMMENT = Pattern.compile("<!--/\\*.*?\\*/-->", Pattern.DOTALL);
    private static final Pattern TAG =
            Pattern.compile("<([a-zA-Z][\\w:-]*)((?:\\s+[^\\s=>/\"]+(?:=\"[^\"]*\")?)+)\\s*(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([^\\s=>/\"]+)(?:=\"([^\"]*)\")?");
    private static final Pattern DRAWING = Pattern.compile(
            "~\\{fragments/(?:icon :: (icon|small|large)|seal :: (seal|with))\\('([a-z0-9-]+)'(?:, '([a-z_ -]+)')?\\)}");
    private static final Pattern LINKED = Pattern.compile("~\\{:: (styles|scripts)\\('([a-z ]+)'\\)}");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([A-Za-z0-9._-]+)}");
    private static final Pattern INLINE = Pattern.compile("\\[\\[#\\{([A-Za-z0-9._-]+)}]]");
    private static final Pattern ADDRESS = Pattern.compile("\\|\\$\\{assets}([^$#*@{}|]*)\\|");
    private static final Pattern SAID =
            Pattern.compile("aria-label|aria-description|title|placeholder|alt|label|data-.+");
    private static final Set<String> LINKS = Set.of("href", "src");

    private final MessageSource messages;
    private final Locale locale;
    private final String assets;

    Press(MessageSource messages, Locale locale, String assets) {
        this.messages = messages;
        this.locale = locale;
        this.assets = assets;
    }

    String press(String template) {
        var source = COMMENT.matcher(template).replaceAll("");
        var pressed = new StringBuilder(source.length() * 2);
        var tag = TAG.matcher(source);
        int at = 0;
        while (tag.find(at)) {
            pressed.append(text(source.substring(at, tag.start())));
            at = tag.end();
            var attributes = attributes(tag.group(2));
            var close = "</" + tag.group(1) + ">";
            boolean empty = source.startsWith(close, at);
            var whole = empty ? whole(attributes.getOrDefault("th:replace", "")) : "";
            if (!whole.isEmpty()) {
                pressed.append(whole);
                at += close.length();
                continue;
            }
            var body = "";
            if (!attributes.containsKey("th:replace") && !attributes.containsKey("th:insert")) {
                if (empty) {
                    body = message(attributes.getOrDefault("th:text", ""));
                    if (!body.isEmpty()) {
                        attributes.remove("th:text");
                    }
                }
                attributes = fixed(attributes);
            }
            pressed.append('<').append(tag.group(1));
            attributes.forEach((name, value) ->
                    pressed.append(' ').append(name).append(value.equals(ALONE) ? "" : "=\"" + value + '"'));
            pressed.append(tag.group(3)).append('>').append(body);
        }
        return pressed.append(text(source.substring(at))).toString();
    }

    /** Stands for the value of an attribute that has none. */
    private static final String ALONE = "\0";

    private static Map<String, String> attributes(String written) {
        var attributes = new LinkedHashMap<String, String>();
        var attribute = ATTRIBUTE.matcher(written);
        while (attribute.find()) {
            attributes.put(attribute.group(1), attribute.group(2) == null ? ALONE : attribute.group(2));
        }
        return attributes;
    }

    private Map<String, String> fixed(Map<String, String> attributes) {
        var fixed = new LinkedHashMap<String, String>();
        attributes.forEach((name, value) -> {
            var plain = name.startsWith("th:") ? name.substring(3) : "";
            var known = plain.isEmpty() || attributes.containsKey(plain) ? "" : known(plain, value);
            fixed.put(known.isEmpty() ? name : plain, known.isEmpty() ? value : known);
        });
        return fixed;
    }

    private String known(String attribute, String value) {
        var address = ADDRESS.matcher(value);
        if (LINKS.contains(attribute) && address.matches()) {
            return assets + address.group(1);
        }
        return SAID.matcher(attribute).matches() ? message(value) : "";
    }

    /** A message as it stands in HTML; empty where the expression is more than a key, or nothing to be said. */
    private String message(String expression) {
        var message = MESSAGE.matcher(expression);
        return message.matches() ? said(message.group(1)) : "";
    }

    private String said(String key) {
        try {
            return HtmlUtils.htmlEscape(messages.getMessage(key, null, locale), "UTF-8");
        } catch (NoSuchMessageException e) {
            return "";
        }
    }

    private String text(String text) {
        return INLINE.matcher(text).replaceAll(inline -> {
            var said = said(inline.group(1));
            return Matcher.quoteReplacement(said.isEmpty() ? inline.group() : said);
        });
    }

    /** What stands for a whole element. */
    private String whole(String fragment) {
        var drawing = DRAWING.matcher(fragment);
        if (drawing.matches()) {
            return drawing(drawing);
        }
        var linked = LINKED.matcher(fragment);
        return linked.matches()
                ? Stream.of(linked.group(2).split(" "))
                        .map(name -> linked.group(1).equals("styles")
                                ? "<link rel=\"stylesheet\" href=\"%s/css/%s.css\">".formatted(assets, name)
                                : "<script type=\"module\" src=\"%s/js/elements/%s.js\"></script>"
                                        .formatted(assets, name))
                        .collect(Collectors.joining("\n"))
                : "";
    }

    /** The same as the fragments icon and seal draw. */
    private String drawing(Matcher drawing) {
        var icon = drawing.group(1);
        if (icon != null) {
            var size = icon.equals("small") ? " icon--sm" : icon.equals("large") ? " icon--lg" : "";
            return "<svg class=\"icon%s\" aria-hidden=\"true\"><use href=\"%s/img/icons.svg#%s\"/></svg>"
                    .formatted(size, assets, drawing.group(3));
        }
        var classes = drawing.group(4) == null ? "" : " " + drawing.group(4);
        return "<svg class=\"seal%s\" viewBox=\"0 0 32 32\" aria-hidden=\"true\"><use href=\"%s/img/seals.svg#%s\"/></svg>"
                .formatted(classes, assets, drawing.group(3));
    }
}
