package app.emaki.media;

import java.util.Arrays;

/** The kinds of files that are served; nothing that a browser could run. */
enum MediaKind {
    MP4("mp4", "video/mp4"),
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    WEBP("webp", "image/webp"),
    AVIF("avif", "image/avif"),
    VTT("vtt", "text/vtt;charset=UTF-8");

    private final String extension;
    private final String contentType;

    MediaKind(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    static MediaKind of(String contentType) {
        return Arrays.stream(values())
                .filter(kind -> contentType.equals(kind.contentType) || kind.contentType.startsWith(contentType + ";"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of file that we serve: " + contentType));
    }

    static MediaKind of(MediaKey key) {
        return Arrays.stream(values())
                .filter(kind -> key.value().endsWith("." + kind.extension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of file that we serve: " + key));
    }

    String extension() {
        return extension;
    }

    String contentType() {
        return contentType;
    }
}
