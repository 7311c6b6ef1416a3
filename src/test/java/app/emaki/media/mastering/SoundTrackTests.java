package app.emaki.media.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_SEARCH_CHILDREN;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_get_int;

import org.junit.jupiter.api.Test;

class SoundTrackTests {

    @Test
    void theSoundEncoderDoesWithoutWhatEndsProcesses() throws Exception {
        var encoder = SoundTrack.encoder();
        for (var tool : new String[] {"aac_pns", "aac_is", "aac_ms"}) {
            long[] set = {-1};
            assertThat(av_opt_get_int(encoder, tool, AV_OPT_SEARCH_CHILDREN, set))
                    .isZero();
            assertThat(set[0]).as(tool).isZero();
        }
        avcodec_free_context(encoder);
    }
}
