package app.emaki.feed;

/** The three ways to watch. */
enum Tab {
    /** Newest, moved forward by applause. */
    FOR_YOU("/", "ranked_at"),
    /** Of those whom the viewer follows, newest first. */
    FOLLOWING("/following", "published_at"),
    /** Of everyone, newest first. */
    LATEST("/latest", "published_at");

    private final String path;
    private final String order;

    Tab(String path, String order) {
        this.path = path;
        this.order = order;
    }

    public String path() {
        return path;
    }

    /** The column of {@code video} that orders it. */
    public String order() {
        return order;
    }
}
