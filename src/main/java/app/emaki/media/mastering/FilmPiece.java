package app.emaki.media.mastering;

import app.emaki.media.mastering.SpliceJob.Reel;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** A film as part of a longer one, with the mark of whoever made it. */
final class FilmPiece implements Piece {
    private final Reel reel;
    private final SpliceJob job;
    private final Tempo tempo;
    private final long frames;

    private FilmPiece(Reel reel, SpliceJob job, Tempo tempo, long frames) {
        this.reel = reel;
        this.job = job;
        this.tempo = tempo;
        this.frames = frames;
    }

    static FilmPiece of(Reel reel, SpliceJob job, Tempo tempo, Source source) {
        return new FilmPiece(reel, job, tempo, tempo.frames(source.statedSeconds()));
    }

    @Override
    public long frames() {
        return frames;
    }

    @Override
    public float @Nullable [][] hear() throws IOException, UnfitSource {
        return Sound.of(reel.file());
    }

    @Override
    public void roll(Projection projection) throws IOException, UnfitSource {
        try (var source = Source.open(reel.file());
                var mount = new Mount(source.width(), source.height(), job.width(), job.height())) {
            var mark = new Watermark(reel.handle(), job.width(), job.height(), tempo.seconds(frames));
            new Rolling(source, tempo.perSecond(), frames, new Marked(mount, mark, projection))
                    .roll()
                    .rest();
        }
    }

    /** Each picture mounted, and marked anew every time it is shown. */
    private final class Marked implements Rolling.Screen {
        private final Mount mount;
        private final Watermark mark;
        private final Projection projection;
        private @Nullable Sheet latest;
        private long shown;

        Marked(Mount mount, Watermark mark, Projection projection) {
            this.mount = mount;
            this.mark = mark;
            this.projection = projection;
        }

        @Override
        public void take(AVFrame decoded) throws IOException {
            latest = mount.of(decoded);
        }

        @Override
        public void show() throws IOException {
            var blank = projection.blank();
            mount.draw(blank, latest);
            mark.draw(blank, tempo.seconds(shown));
            projection.show(shown++);
        }
    }
}
