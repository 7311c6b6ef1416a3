package app.emaki.feed;

import app.emaki.video.VideoCard;

/** The outline of a picture. */
enum Shape {
    TALL("9:16"),
    WIDE("16:9"),
    SQUARE("1:1");

    private final String ratio;

    Shape(String ratio) {
        this.ratio = ratio;
    }

    static Shape of(VideoCard video) {
        return video.width() == video.height() ? SQUARE : video.width() > video.height() ? WIDE : TALL;
    }

    String ratio() {
        return ratio;
    }
}
