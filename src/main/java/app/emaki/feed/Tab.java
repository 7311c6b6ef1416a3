package app.emaki.feed;

/** The three ways to watch. */
enum Tab {
    /** What the viewer has not seen, in an order of their own; see {@link app.emaki.video.Ranking}. */
    FOR_YOU("/"),
    /** Of those whom the viewer follows, newest first. */
    FOLLOWING("/following"),
    /** Of everyone, newest first. */
    LATEST("/latest");

    private final String path;

    Tab(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }
}
