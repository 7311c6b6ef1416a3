package app.emaki.media.mastering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Films to lay end to end with nothing added, as it crosses from process to process.
 *
 * @param folder where {@code film.mp4} and {@code look-0.jpg} and so on are made
 * @param width in pixels, even; 0 for the shape of the first film
 * @param longest seconds that all of them may have together
 * @param last seconds that the last one must have, give or take what models take; 0 for any length
 * @param looks pictures to take out of the whole, evenly
 */
public record JoinJob(Path folder, List<Path> films, int width, int height, double longest, double last, int looks) {

    public Path film() {
        return folder.resolve("film.mp4");
    }

    public Path look(int number) {
        return folder.resolve("look-" + number + ".jpg");
    }

    public void write(DataOutput out) throws IOException {
        out.writeUTF(folder.toString());
        out.writeInt(films.size());
        for (var film : films) {
            out.writeUTF(film.toString());
        }
        out.writeInt(width);
        out.writeInt(height);
        out.writeDouble(longest);
        out.writeDouble(last);
        out.writeInt(looks);
    }

    static JoinJob read(DataInput in) throws IOException {
        var folder = Path.of(in.readUTF());
        var films = new ArrayList<Path>();
        for (int left = in.readInt(); left > 0; left--) {
            films.add(Path.of(in.readUTF()));
        }
        return new JoinJob(folder, films, in.readInt(), in.readInt(), in.readDouble(), in.readDouble(), in.readInt());
    }
}
