package app.emaki.cameo;

/** A file is no picture that a portrait can be made of; the message is the last part of a message's key. */
class PortraitRefused extends Exception {
    private static final long serialVersionUID = 1;

    PortraitRefused(String reason) {
        super(reason);
    }
}
