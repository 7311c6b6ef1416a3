package app.emaki.model.remote;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model wants to be sent, as JSON in which {@code {prompt}}, {@code {seconds}} and the like stand for the order's own. A
 * text that is nothing but such a word becomes its value, number or truth as it is; within other text it is written out, as in
 * {@code "{seconds}s"}. A field whose value is not known is left out. Values go in as values, never as text of the JSON, so that
 * no prompt can break it. A member of a list that is there for a picture which the order does not have is left out whole.
 */
final class InputTemplate {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern WORD = Pattern.compile("\\{([a-z_]+[0-9]?)}");
    private static final Pattern PICTURE = Pattern.compile("\\{(first_frame|reference_[0-9])}");
    private static final Pattern NUMBERED = Pattern.compile("\\{reference_([0-9])}");

    /** As many as there are numbers of one digit. */
    private static final int MOST_PICTURES = 9;

    private final ObjectNode template;

    private InputTemplate(ObjectNode template) {
        this.template = template;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException for anything that is no JSON object
     */
    static InputTemplate parse(String text) {
        try {
            if (JSON.readTree(text.isBlank() ? "{}" : text) instanceof ObjectNode object) {
                return new InputTemplate(object);
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage());
        }
        throw new IllegalArgumentException("Not a JSON object");
    }

    /** How many pictures beside a first frame it has a place for. */
    int pictures() {
        var text = template.toString();
        if (text.contains("{references}")) {
            return MOST_PICTURES;
        }
        return NUMBERED.matcher(text)
                .results()
                .mapToInt(it -> Integer.parseInt(it.group(1)))
                .max()
                .orElse(0);
    }

    /** The template with these values in it. */
    ObjectNode fill(Map<String, ?> values) {
        var filled = JSON.createObjectNode();
        template.properties().forEach(field -> {
            var value = fill(field.getValue(), values);
            if (value != null) {
                filled.set(field.getKey(), value);
            }
        });
        return filled;
    }

    private static @Nullable JsonNode fill(JsonNode node, Map<String, ?> values) {
        return switch (node) {
            case ObjectNode object -> new InputTemplate(object).fill(values);
            case ArrayNode array -> {
                var filled = JSON.createArrayNode();
                array.forEach(item -> {
                    var value = pictureless(item, values) ? null : fill(item, values);
                    if (value != null) {
                        filled.add(value);
                    }
                });
                yield filled;
            }
            default -> node.isString() ? text(node.stringValue(), values) : node;
        };
    }

    private static boolean pictureless(JsonNode item, Map<String, ?> values) {
        return item.isObject()
                && PICTURE.matcher(item.toString()).results().anyMatch(it -> !values.containsKey(it.group(1)));
    }

    private static @Nullable JsonNode text(String text, Map<String, ?> values) {
        var whole = WORD.matcher(text);
        if (whole.matches()) {
            var value = values.get(whole.group(1));
            return value == null ? null : JSON.valueToTree(value);
        }
        var written = new StringBuilder();
        var word = WORD.matcher(text);
        while (word.find()) {
            var value = values.get(word.group(1));
            if (value == null) {
                return null;
            }
            word.appendReplacement(written, Matcher.quoteReplacement(value.toString()));
        }
        return JSON.getNodeFactory().stringNode(word.appendTail(written).toString());
    }
}
