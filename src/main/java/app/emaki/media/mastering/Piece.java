package app.emaki.media.mastering;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A part of a film that is bound out of several: a card, or a film. */
sealed interface Piece permits Piece.Paper, FilmPiece {
    long frames();

    /** Stereo at 48 kHz; null for silence. */
    float @Nullable [][] hear() throws IOException, UnfitSource;

    /** Shows every picture of it, in order. */
    void roll(Projection projection) throws IOException, UnfitSource;

    /** A card that stands for a while. */
    record Paper(Sheet sheet, long frames) implements Piece {
        @Override
        public float @Nullable [][] hear() {
            return null;
        }

        @Override
        public void roll(Projection projection) throws IOException {
            for (long n = 0; n < frames; n++) {
                sheet.over(projection.blank(), 1);
                projection.show(n);
            }
        }
    }
}
