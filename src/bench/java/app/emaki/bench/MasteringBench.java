package app.emaki.bench;

import app.emaki.media.mastering.MasteringRun;

/** How long mastering a clip takes, beside one plain transcode of the same clip by FFmpeg's own program with the same settings. */
public final class MasteringBench {
    private MasteringBench() {}

    public static void main(String[] args) throws Exception {
        var bars = new Bars();
        MasteringRun.run(bars);
        System.exit(bars.told());
    }
}
