package app.emaki.video;

/** The name of a downloaded film: who made it and what it is called, without anything that a file system minds. */
final class FileName {
    private static final int LONGEST = 60;

    private FileName() {}

    static String of(VideoCard video) {
        var words = video.title().isEmpty() ? video.publicId() : video.title();
        var safe = words.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|.]+", " ").strip().replaceAll("[\\s　]+", "-");
        var cut = safe.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return "emaki-%s-%s.mp4".formatted(video.authorHandle(), cut.isEmpty() ? video.publicId() : cut);
    }
}
