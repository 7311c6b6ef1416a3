package app.emaki.media.mastering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One film to master, as it crosses from process to process.
 *
 * @param folder an empty folder for {@code film.mp4}, {@code clean.mp4}, {@code poster.jpg}, {@code poster.webp} and {@code strip.jpg}
 * @param remixOf empty for none
 * @param seconds as ordered
 * @param credit whose film it continues, in a sentence; empty for none
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
        String credit) {

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
                in.readUTF());
    }
}
