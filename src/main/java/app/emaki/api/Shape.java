package app.emaki.api;

import app.emaki.model.Aspect;
import app.emaki.model.Capabilities;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shape of a film and the lines of its shorter side, read from the sizes that the protocol writes. */
record Shape(Aspect aspect, int lines) {
    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");
    private static final Map<String, Aspect> RATIOS =
            Map.of("9:16", Aspect.PORTRAIT, "16:9", Aspect.LANDSCAPE, "1:1", Aspect.SQUARE);
    /** Of OpenAI's own sizes two have a shape that no model here makes; they mean upright or wide, as large as allowed. */
    private static final Map<String, Aspect> LARGE =
            Map.of("1024x1792", Aspect.PORTRAIT, "1792x1024", Aspect.LANDSCAPE);

    private static final int PLAIN_LINES = 720;

    /**
     * Reads {@code size} and {@code aspect_ratio}; without a size the film has 720 lines or the nearest that model and plan allow.
     *
     * @param fallback the shape when neither is given
     * @throws ApiException when they contradict each other, or the model has no such size
     */
    static Shape of(@Nullable String size, @Nullable String ratio, Capabilities can, int mostLines, Shape fallback) {
        var aspect = ratio == null ? null : aspect(ratio);
        if (size == null) {
            return aspect == null ? fallback : new Shape(aspect, nearest(fallback.lines(), can, mostLines));
        }
        var shape = LARGE.containsKey(size)
                ? new Shape(LARGE.get(size), nearest(Integer.MAX_VALUE, can, mostLines))
                : exact(size, can).orElseThrow(() -> new ApiException(noSuchSize(size, can)));
        if (aspect != null && aspect != shape.aspect()) {
            throw new ApiException(ApiError.invalid(
                    "invalid_value",
                    "aspect_ratio",
                    "size " + size + " and aspect_ratio " + ratio + " contradict each other."));
        }
        return shape;
    }

    /** Upright, 720 lines where model and plan allow. */
    static Shape plain(Capabilities can, int mostLines) {
        var aspect = can.aspects().contains(Aspect.PORTRAIT)
                ? Aspect.PORTRAIT
                : can.aspects().iterator().next();
        return new Shape(aspect, nearest(PLAIN_LINES, can, mostLines));
    }

    private static Aspect aspect(String ratio) {
        var aspect = RATIOS.get(ratio.strip());
        if (aspect == null) {
            throw new ApiException(
                    ApiError.invalid("invalid_value", "aspect_ratio", "aspect_ratio is 9:16, 16:9 or 1:1."));
        }
        return aspect;
    }

    private static Optional<Shape> exact(String size, Capabilities can) {
        var match = SIZE.matcher(size.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        return can.aspects().stream()
                .flatMap(aspect -> java.util.stream.IntStream.concat(
                                can.lines().stream().mapToInt(it -> it),
                                java.util.stream.IntStream.of(
                                        Math.min(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)))))
                        .mapToObj(lines -> new Shape(aspect, lines)))
                .filter(shape -> shape.aspect().size(shape.lines()).toString().equals(match.group()))
                .findFirst();
    }

    static int nearest(int lines, Capabilities can, int mostLines) {
        return can.lines().stream()
                .filter(it -> it <= mostLines && it <= lines)
                .reduce((one, other) -> other)
                .orElse(can.lines().getFirst());
    }

    private static ApiError noSuchSize(String size, Capabilities can) {
        var sizes = can.aspects().stream()
                .sorted()
                .flatMap(aspect ->
                        can.lines().stream().map(lines -> aspect.size(lines).toString()))
                .collect(Collectors.joining(", "));
        return ApiError.invalid(
                "invalid_value", "size", "There is no size " + size + " here. This model makes " + sizes + ".");
    }
}
