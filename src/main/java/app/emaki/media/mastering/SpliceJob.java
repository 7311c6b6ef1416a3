package app.emaki.media.mastering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Films to bind into one, as it crosses from process to process.
 *
 * @param target file that is made
 * @param opening what the first card says
 * @param credits what the last cards say, a line for each film
 * @param credit the same in one sentence, for the file itself
 * @param video id of the last film, which names the whole
 * @param width of the whole, even
 */
public record SpliceJob(
        Path target,
        Card opening,
        List<Reel> reels,
        List<Line> credits,
        String creditsTitle,
        String credit,
        String handle,
        String instance,
        String model,
        String video,
        String remixOf,
        int width,
        int height) {

    /** One film, and the card before it; {@code handle} stands in its watermark, {@code video} is its id. */
    public record Reel(Path file, String video, String handle, Card card) {}

    /** A card of paper: where one is, what comes, whose it is, and a few words more. */
    public record Card(String over, String title, String by, String words) {}

    /** A line of the credits. */
    public record Line(String title, String by) {}

    public void write(DataOutput out) throws IOException {
        out.writeUTF(target.toString());
        write(out, opening);
        out.writeInt(reels.size());
        for (var reel : reels) {
            out.writeUTF(reel.file.toString());
            out.writeUTF(reel.video);
            out.writeUTF(reel.handle);
            write(out, reel.card);
        }
        out.writeInt(credits.size());
        for (var line : credits) {
            out.writeUTF(line.title);
            out.writeUTF(line.by);
        }
        for (var text : new String[] {creditsTitle, credit, handle, instance, model, video, remixOf}) {
            out.writeUTF(text);
        }
        out.writeInt(width);
        out.writeInt(height);
    }

    static SpliceJob read(DataInput in) throws IOException {
        var target = Path.of(in.readUTF());
        var opening = card(in);
        var reels = new ArrayList<Reel>();
        for (int left = in.readInt(); left > 0; left--) {
            reels.add(new Reel(Path.of(in.readUTF()), in.readUTF(), in.readUTF(), card(in)));
        }
        var credits = new ArrayList<Line>();
        for (int left = in.readInt(); left > 0; left--) {
            credits.add(new Line(in.readUTF(), in.readUTF()));
        }
        return new SpliceJob(
                target,
                opening,
                reels,
                credits,
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readInt(),
                in.readInt());
    }

    /** What the file says of itself. */
    Disclosure disclosure(Origin origin) {
        return new Disclosure(
                new Job(target, target, handle, instance, model, video, remixOf, true, width, height, 0, credit),
                credit,
                origin,
                reels.stream().map(Reel::video).toList());
    }

    private static void write(DataOutput out, Card card) throws IOException {
        for (var text : new String[] {card.over, card.title, card.by, card.words}) {
            out.writeUTF(text);
        }
    }

    private static Card card(DataInput in) throws IOException {
        return new Card(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
    }
}
