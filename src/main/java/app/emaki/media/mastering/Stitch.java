package app.emaki.media.mastering;

import java.io.IOException;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Makes one film of one that was there and of what goes on from its end. What everybody sees is encoded once, from the pictures of
 * both; the clean copy not at all where both were encoded alike, and else once beside it. What is noticed is noticed of what is new.
 */
final class Stitch {
    private final Job job;
    private final Job.Lead before;
    private final Source lead;
    private final Source fresh;
    private final Tempo tempo;
    private final long leadFrames;
    private final long freshFrames;
    private final Disclosure disclosure;

    Stitch(Job job, Job.Lead before, Source lead, Source fresh) {
        this.job = job;
        this.before = before;
        this.lead = lead;
        this.fresh = fresh;
        this.tempo = Tempo.of(lead.rate());
        this.leadFrames = tempo.frames(lead.statedSeconds());
        this.freshFrames = tempo.frames(fresh.statedSeconds());
        this.disclosure = new Disclosure(job, job.credit(), Origin.of(List.of(lead.origin(), Origin.MODEL)));
    }

    Outcome.Done make() throws IOException, UnfitSource {
        Fit.checkShape(fresh, job);
        Fit.checkSeconds(fresh.statedSeconds(), job.seconds() - before.seconds());
        var said = job.sound() ? Sound.of(job.source()) : null;
        boolean silent = said == null || Loudness.silent(said);
        var sound = new Mix(tempo, leadFrames + freshFrames)
                .addLevelled(Sound.of(before.film()), leadFrames)
                .addLevelled(said, freshFrames)
                .whole();
        boolean alike = CleanJoin.possible(lead, fresh);
        Outcome.Done done;
        try (var print = new Print(job, tempo, sound, disclosure);
                var clean =
                        alike ? null : new FilmWriter(job.clean(), print.blank(), tempo.rate(), sound, disclosure)) {
            roll(lead, leadFrames, print, clean, false);
            roll(fresh, freshFrames, print, clean, true);
            print.finish();
            if (clean != null) {
                clean.finish(print.seconds());
            }
            done = print.done(sound != null, job.sound() && silent ? List.of("silent") : List.of());
        }
        if (alike) {
            copy(sound, done.seconds());
        }
        disclosure.append(job.film());
        disclosure.append(job.clean());
        return done;
    }

    private void roll(Source part, long frames, Print print, @Nullable FilmWriter clean, boolean isNew)
            throws IOException, UnfitSource {
        part.rewind();
        try (var mount = new Mount(part.width(), part.height(), job.width(), job.height())) {
            var rolling = new Rolling(part, tempo.perSecond(), frames, new Both(mount, print, clean, isNew)).roll();
            if (isNew) {
                Fit.checkWhole(frames, rolling.damaged(), tempo.seconds(rolling.reached()), part.statedSeconds());
            }
            rolling.rest();
        }
    }

    private void copy(float @Nullable [][] sound, double seconds) throws IOException {
        try (var clean = new CleanJoin(lead, sound, job.clean(), disclosure)) {
            clean.add(lead, 0);
            clean.add(fresh, tempo.seconds(leadFrames));
            clean.finish(seconds);
        }
    }

    /** Each picture twice: as it is where that is written, too, and marked. */
    private static final class Both implements Rolling.Screen {
        private final Mount mount;
        private final Print print;
        private final @Nullable FilmWriter clean;
        private final boolean isNew;
        private @Nullable Sheet latest;
        private boolean seen;

        Both(Mount mount, Print print, @Nullable FilmWriter clean, boolean isNew) {
            this.mount = mount;
            this.print = print;
            this.clean = clean;
            this.isNew = isNew;
        }

        @Override
        public void take(AVFrame decoded) throws IOException {
            latest = mount.of(decoded);
            seen = false;
        }

        @Override
        public void show() throws IOException {
            mount.draw(print.blank(), latest);
            if (isNew && !seen) {
                print.look();
                seen = true;
            }
            if (clean != null) {
                clean.add(print.frame(), print.written());
            }
            print.show();
        }
    }
}
