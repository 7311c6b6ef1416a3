package app.emaki;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a template may not do. Each rule answers sentences that name the file, the line and the way out. */
final class TemplateRules {
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final Pattern EXPRESSION = Pattern.compile("\\[\\[.*?]]", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("[$#*@~]\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");
    private static final Pattern LITERAL = Pattern.compile("\\|([^|]*)\\||^\\s*'([^']*)'\\s*$");
    private static final Set<String> READ_ALOUD =
            Set.of("alt", "title", "placeholder", "aria-label", "aria-description", "aria-valuetext", "label");
    private static final Set<String> CHOICES = Set.of("th:if", "th:unless", "th:each", "th:case", "th:switch");
    private static final String BRAND = "Emaki";

    private final Template template;
    private final List<String> offences = new ArrayList<>();

    private TemplateRules(Template template) {
        this.template = template;
    }

    static List<String> offences(Template template) {
        var rules = new TemplateRules(template);
        template.tags().forEach(rules::check);
        template.words().forEach(rules::check);
        return rules.offences;
    }

    private void check(Template.Tag tag) {
        strictPolicy(tag);
        accessible(tag);
        words(tag);
        if ((tag.has("th:replace") || tag.has("th:insert"))
                && tag.attributes().keySet().stream().anyMatch(CHOICES::contains)) {
            refuse(
                    tag.line(),
                    "th:replace and th:insert run before th:if and its like: put the choice on a th:block around it");
        }
    }

    private void check(Template.Words words) {
        var text = EXPRESSION.matcher(words.text()).replaceAll("").strip();
        var key = words.within().equals("kbd") && text.length() == 1;
        if (LETTERS.matcher(text).find() && !key) {
            refuse(words.line(), "bare text “" + text + "”: put it into messages and write th:text=\"#{…}\"");
        }
    }

    private void strictPolicy(Template.Tag tag) {
        for (var attribute : tag.attributes().keySet()) {
            if (attribute.matches("(th:)?style|th:styleappend")) {
                refuse(tag.line(), "inline style: the content policy drops it, use a class");
            }
            if (attribute.matches("(th:)?on[a-z]+")) {
                refuse(tag.line(), "inline handler " + attribute + ": write an element under static/js");
            }
        }
        if (tag.name().equals("style")) {
            refuse(tag.line(), "inline style sheet: use static/css");
        }
        if (tag.name().equals("script") && !tag.sets("src")) {
            refuse(tag.line(), "inline script: write an element under static/js");
        }
        if (tag.has("th:utext")) {
            refuse(tag.line(), "th:utext lets markup through: use th:text");
        }
        if (tag.get("href").startsWith("javascript:")) {
            refuse(tag.line(), "a link that is a script");
        }
    }

    private void accessible(Template.Tag tag) {
        if (tag.has("th:replace")) {
            return;
        }
        if (tag.name().equals("img") && !tag.sets("alt")) {
            refuse(tag.line(), "a picture without alt: describe it, or alt=\"\" when it only decorates");
        }
        if (tag.name().equals("button") && !tag.sets("type")) {
            refuse(tag.line(), "a button without type: it would send whatever form is around it");
        }
    }

    private void words(Template.Tag tag) {
        tag.attributes().forEach((attribute, value) -> {
            if (value == null) {
                return;
            }
            if (READ_ALOUD.contains(attribute) && LETTERS.matcher(value).find()) {
                refuse(
                        tag.line(),
                        "bare text in " + attribute + "=\"" + value + "\": write th:" + attribute + "=\"#{…}\"");
            }
            var bare = attribute.startsWith("th:") && spoken(attribute.substring(3)) ? literal(value) : "";
            if (!bare.isEmpty()) {
                refuse(
                        tag.line(),
                        "bare text “" + bare + "” in " + attribute + ": put the whole sentence into messages");
            }
        });
    }

    private static boolean spoken(String attribute) {
        return attribute.equals("text") || READ_ALOUD.contains(attribute);
    }

    private static String literal(String value) {
        var literals = LITERAL.matcher(value);
        while (literals.find()) {
            var pipes = literals.group(1);
            var text = VALUE.matcher(pipes != null ? pipes : literals.group(2))
                    .replaceAll("")
                    .replace(BRAND, "");
            if (!value.substring(0, literals.start()).endsWith("{")
                    && LETTERS.matcher(text).find()) {
                return text.strip();
            }
        }
        return "";
    }

    private void refuse(int line, String reason) {
        offences.add("%s:%d %s".formatted(template.name(), line, reason));
    }
}
