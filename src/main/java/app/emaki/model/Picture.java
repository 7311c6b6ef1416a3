package app.emaki.model;

import org.jspecify.annotations.Nullable;

/**
 * A picture that goes with a prompt.
 *
 * @param name of the character as it stands in the prompt, without the {@code @}; null for other pictures, and for a portrait that
 *     came without a name
 * @param contentType {@code image/jpeg}, {@code image/png} or {@code image/webp}; {@code video/mp4} of a character for a backend
 *     that knows them {@linkplain VideoModelClient#showsByFilm() by a film}
 * @param bytes the file; never written to disk in the clear when it is a portrait
 * @param face whether somebody's face is in it, so that it has to be erased elsewhere once the film has ended
 */
public record Picture(Role role, @Nullable String name, String contentType, byte[] bytes, boolean face) {

    /** A portrait shows a face, and of another picture nothing is known. */
    public Picture(Role role, @Nullable String name, String contentType, byte[] bytes) {
        this(role, name, contentType, bytes, role == Role.CHARACTER);
    }

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
