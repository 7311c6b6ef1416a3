package app.emaki.model.kamishibai.picture;

/** Size of the picture in pixels and its frames per second. */
public record Canvas(int width, int height, int fps) {
    public Canvas {
        if (width < 16 || height < 16 || fps < 1) {
            throw new IllegalArgumentException(
                    "A picture of %d × %d at %d frames per second cannot be drawn".formatted(width, height, fps));
        }
    }
}
