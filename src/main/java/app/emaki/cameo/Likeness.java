package app.emaki.cameo;

/**
 * A portrait for whoever draws it; it must be kept nowhere.
 *
 * @param handle by which the prompt names it, without the mark
 * @param portrait upright JPEG, the face in the middle
 */
public record Likeness(String handle, String name, Kind kind, Look look, String description, byte[] portrait) {

    /** The likeness in words, for models that take no pictures. */
    public String words(String language) {
        return description.isBlank() ? look.noun(language) : look.noun(language) + ", " + description;
    }
}
