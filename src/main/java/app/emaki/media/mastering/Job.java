package app.emaki.media.mastering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One film to master, as it crosses from process to process.
 *
 * @param folder an empty folder for {@code film.mp4}, {@code clean.mp4}, {@code poster.jpg}, {@code poster.webp} and {@code strip.jpg}
 * @param remixOf empty for none
 * @param seconds as ordered
 * @param credit whose film it continues, in a sentence; empty for none
 * @param marked whether it comes with the mark of another Emaki on it, beside which ours must find room
 * @param lead what stands before it in the same film; null for a film of its own
 */
public record Job(
        Path source,
        Path folder,
        String handle,
        String instance,
        String model,
        String video,
        String remixOf,
        boolean sound,
        int width,
        int height,
        double seconds,
        String credit,
        boolean marked,
        @Nullable Lead lead) {
    private static final int LONGEST_SIDE = 1920;

    /** A clean film of ours that another one goes on from in the same film, and how much of the whole it is. */
    public record Lead(Path film, double seconds) {}

    /** A film that is all its author's, without any mark on it. */
    public Job(
            Path source,
            Path folder,
            String handle,
            String instance,
            String model,
            String video,
            String remixOf,
            boolean sound,
            int width,
            int height,
            double seconds,
            String credit) {
        this(
                source, folder, handle, instance, model, video, remixOf, sound, width, height, seconds, credit, false,
                null);
    }

    /** A film that nobody ordered is taken in the shape in which it is found, up to a length. */
    boolean asFound() {
        return width == 0;
    }

    /** This job with the shape, the length and the sound of what was found; no side longer than 1920 pixels. */
    Job found(Source source) throws UnfitSource {
        double stated = source.statedSeconds();
        if (stated <= 0 || stated > seconds) {
            throw new UnfitSource("duration", "%.2f s, of at most %.0f s".formatted(stated, seconds));
        }
        double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(source.width(), source.height()));
        return new Job(
                this.source,
                folder,
                handle,
                instance,
                model,
                video,
                remixOf,
                source.audio() != null,
                even(source.width() * scale),
                even(source.height() * scale),
                stated,
                credit,
                marked,
                lead);
    }

    private static int even(double pixels) {
        return Math.max(2, 2 * (int) Math.round(pixels / 2));
    }

    public Path film() {
        return folder.resolve("film.mp4");
    }

    public Path clean() {
        return folder.resolve("clean.mp4");
    }

    public Path poster() {
        return folder.resolve("poster.jpg");
    }

    Path lightPoster() {
        return folder.resolve("poster.webp");
    }

    Path strip() {
        return folder.resolve("strip.jpg");
    }

    public void write(DataOutput out) throws IOException {
        for (var text : new String[] {source.toString(), folder.toString(), handle, instance, model, video, remixOf}) {
            out.writeUTF(text);
        }
        out.writeBoolean(sound);
        out.writeInt(width);
        out.writeInt(height);
        out.writeDouble(seconds);
        out.writeUTF(credit);
        out.writeBoolean(marked);
        out.writeUTF(lead == null ? "" : lead.film.toString());
        out.writeDouble(lead == null ? 0 : lead.seconds);
    }

    static Job read(DataInput in) throws IOException {
        return new Job(
                Path.of(in.readUTF()),
                Path.of(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readBoolean(),
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readUTF(),
                in.readBoolean(),
                lead(in.readUTF(), in.readDouble()));
    }

    private static @Nullable Lead lead(String film, double seconds) {
        return film.isEmpty() ? null : new Lead(Path.of(film), seconds);
    }
}
