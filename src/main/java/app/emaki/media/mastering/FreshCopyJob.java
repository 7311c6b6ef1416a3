package app.emaki.media.mastering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A film to write anew, as it crosses from process to process.
 *
 * @param folder where {@code film.mp4} and {@code look-0.jpg} and so on are made
 * @param longest seconds that it may have
 * @param looks pictures to take out of it, evenly
 */
public record FreshCopyJob(Path folder, Path source, double longest, int looks) {
    public Path film() {
        return folder.resolve("film.mp4");
    }

    public Path look(int number) {
        return folder.resolve("look-" + number + ".jpg");
    }

    public void write(DataOutput out) throws IOException {
        out.writeUTF(folder.toString());
        out.writeUTF(source.toString());
        out.writeDouble(longest);
        out.writeInt(looks);
    }

    static FreshCopyJob read(DataInput in) throws IOException {
        return new FreshCopyJob(Path.of(in.readUTF()), Path.of(in.readUTF()), in.readDouble(), in.readInt());
    }
}
