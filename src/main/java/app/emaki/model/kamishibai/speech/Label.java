package app.emaki.model.kamishibai.speech;

/** A sound in its full context, as the decision trees of a voice ask about it. */
record Label(String phone, String text) {}
