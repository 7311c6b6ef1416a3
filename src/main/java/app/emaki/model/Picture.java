package app.emaki.model;

import org.jspecify.annotations.Nullable;

/**
 * A picture that goes with a prompt.
 *
 * @param name of the character as it stands in the prompt, without the {@code @}; null for other pictures
 * @param contentType {@code image/jpeg}, {@code image/png} or {@code image/webp}
 * @param bytes the file; never written to disk in the clear when it is a portrait
 */
public record Picture(Role role, @Nullable String name, String contentType, byte[] bytes) {

    /** What the picture is for. */
    public enum Role {
        FIRST_FRAME(Input.FIRST_FRAME),
        REFERENCE(Input.REFERENCE),
        CHARACTER(Input.CHARACTER);

        private final Input input;

        Role(Input input) {
            this.input = input;
        }

        /** What a model must be able to take for it. */
        public Input input() {
            return input;
        }
    }
}
