package app.emaki.media;

/** The name of a stored file: random, unguessable, with its extension; its address is {@code /media/} + value. */
public record MediaKey(String value) {

    /** Where the file is served, to whom a guard lets have it. */
    public String address() {
        return "/media/" + value;
    }
}
