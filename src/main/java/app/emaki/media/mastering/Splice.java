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

    private static final double TOLERANCE_SECONDS = 0.5;

    private final SpliceJob job;
    private final IntConsumer progress;
    private final Tempo tempo = new Tempo(24, 1);
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();

    /** @param progress hears percents */
    Splice(SpliceJob job, IntConsumer progress) {
        this.job = job;
        this.progress = progress;
    }

    /** The length of the film that was made, in seconds. */
    double make() throws IOException, UnfitSource {
        plan();
        double seconds;
        var disclosure = job.disclosure(Origin.of(origins));
        try (var projection = new Projection(job, tempo, sound(), disclosure, frames(), progress)) {
            for (var piece : pieces) {
                piece.roll(projection);
                projection.pieceEnds();
            }
            seconds = projection.finish();
        }
        disclosure.append(job.target());
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
            try (var source = Source.open(reel.file())) {
                origins.add(source.origin());
                pieces.add(FilmPiece.of(reel, job, tempo, source));
            }
        }
        for (int from = 0; from < job.credits().size(); from += Cards.LINES) {
            var lines = job.credits().subList(from, Math.min(job.credits().size(), from + Cards.LINES));
            pieces.add(
                    new Piece.Paper(Sheet.of(cards.credits(job.creditsTitle(), lines)), tempo.frames(CREDITS_SECONDS)));
        }
    }

    private float @Nullable [][] sound() throws IOException, UnfitSource {
        var mix = new Mix(tempo, frames());
        for (var piece : pieces) {
            mix.addLevelled(piece.hear(), piece.frames());
        }
        return mix.whole();
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
