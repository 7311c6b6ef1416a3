package app.emaki.media.mastering;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Binds films into one: a card before each, credits after the last, one size, one rate, one loudness. Each film is read twice,
 * once for its sound and once for its pictures, as in {@link Master}.
 */
final class Splice {
    static final double OPENING_SECONDS = 2.4;
    static final double CARD_SECONDS = 1.8;
    static final double CREDITS_SECONDS = 3.2;

    private static final double CLICK_SECONDS = 0.02;
    private static final double SILENT_LUFS = -60;
    private static final double TOLERANCE_SECONDS = 0.5;

    private final SpliceJob job;
    private final IntConsumer progress;
    private final Tempo tempo = new Tempo(24);
    private final List<Piece> pieces = new ArrayList<>();

    /** @param progress hears percents */
    Splice(SpliceJob job, IntConsumer progress) {
        this.job = job;
        this.progress = progress;
    }

    /** The length of the film that was made, in seconds. */
    double make() throws IOException, UnfitSource {
        plan();
        double seconds;
        try (var projection = new Projection(job, tempo, sound(), frames(), progress)) {
            for (var piece : pieces) {
                piece.roll(projection);
                projection.pieceEnds();
            }
            seconds = projection.finish();
        }
        job.disclosure().append(job.target());
        probe(seconds);
        return seconds;
    }

    private long frames() {
        return pieces.stream().mapToLong(Piece::frames).sum();
    }

    private void plan() throws IOException, UnfitSource {
        var cards = new Cards(job.width(), job.height());
        pieces.add(new Piece.Paper(Sheet.of(cards.title(job.opening())), tempo.frames(OPENING_SECONDS)));
        for (int i = 0; i < job.reels().size(); i++) {
            var reel = job.reels().get(i);
            if (i > 0) {
                pieces.add(new Piece.Paper(Sheet.of(cards.title(reel.card())), tempo.frames(CARD_SECONDS)));
            }
            pieces.add(FilmPiece.of(reel, job, tempo));
        }
        for (int from = 0; from < job.credits().size(); from += Cards.LINES) {
            var lines = job.credits().subList(from, Math.min(job.credits().size(), from + Cards.LINES));
            pieces.add(
                    new Piece.Paper(Sheet.of(cards.credits(job.creditsTitle(), lines)), tempo.frames(CREDITS_SECONDS)));
        }
    }

    private float @Nullable [][] sound() throws IOException, UnfitSource {
        int length = tempo.samples(frames());
        var whole = new float[2][length];
        boolean any = false;
        long at = 0;
        for (var piece : pieces) {
            var own = piece.hear();
            if (own != null && Loudness.measure(own) > SILENT_LUFS) {
                any = true;
                Loudness.normalise(own);
                int from = tempo.samples(at);
                int count = Math.min(own[0].length, tempo.samples(at + piece.frames()) - from);
                softened(own, count);
                System.arraycopy(own[0], 0, whole[0], from, count);
                System.arraycopy(own[1], 0, whole[1], from, count);
            }
            at += piece.frames();
        }
        return any ? whole : null;
    }

    private static void softened(float[][] sound, int count) {
        int edge = Math.min(count / 2, (int) (CLICK_SECONDS * Sound.RATE));
        for (var channel : sound) {
            for (int i = 0; i < edge; i++) {
                channel[i] *= (float) i / edge;
                channel[count - 1 - i] *= (float) i / edge;
            }
        }
    }

    /** What was made must be a film as planned. */
    private void probe(double seconds) throws IOException {
        try (var made = Source.open(job.target())) {
            boolean whole = Math.abs(made.statedSeconds() - seconds) < TOLERANCE_SECONDS
                    && made.width() == job.width()
                    && made.height() == job.height();
            if (!whole) {
                throw new IOException("A film of %.2f s and %d × %d came out"
                        .formatted(made.statedSeconds(), made.width(), made.height()));
            }
        } catch (UnfitSource e) {
            throw new IOException("What came out is no film: " + e.getMessage());
        }
    }
}
