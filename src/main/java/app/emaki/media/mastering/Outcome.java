package app.emaki.media.mastering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What came of a job, as it crosses back. */
public sealed interface Outcome {

    /** The files are there; the strip has so many tiles. Flags are words with commas between. */
    record Done(int width, int height, double seconds, boolean sound, int placeholder, int tiles, String flags)
            implements Outcome {}

    /** The source is no film as ordered. */
    record Bad(String code, String message) implements Outcome {}

    /** Something went wrong that is not the source's fault. */
    record Broken(String message) implements Outcome {}

    default void write(DataOutput out) throws IOException {
        switch (this) {
            case Done done -> {
                out.writeByte('D');
                out.writeInt(done.width);
                out.writeInt(done.height);
                out.writeDouble(done.seconds);
                out.writeBoolean(done.sound);
                out.writeInt(done.placeholder);
                out.writeInt(done.tiles);
                out.writeUTF(done.flags);
            }
            case Bad bad -> {
                out.writeByte('B');
                out.writeUTF(bad.code);
                out.writeUTF(bad.message);
            }
            case Broken broken -> {
                out.writeByte('X');
                out.writeUTF(broken.message);
            }
        }
    }

    static Outcome read(DataInput in) throws IOException {
        return switch (in.readByte()) {
            case 'D' ->
                new Done(
                        in.readInt(),
                        in.readInt(),
                        in.readDouble(),
                        in.readBoolean(),
                        in.readInt(),
                        in.readInt(),
                        in.readUTF());
            case 'B' -> new Bad(in.readUTF(), in.readUTF());
            case 'X' -> new Broken(in.readUTF());
            default -> throw new IOException("No outcome of mastering");
        };
    }
}
