package app.emaki.media.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_SEARCH_CHILDREN;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_get_int;

import org.junit.jupiter.api.Test;

class SoundTrackTests {

    @Test
    void theSoundEncoderDoesWithoutTheNoiseThatEndsProcesses() throws Exception {
        var encoder = SoundTrack.encoder();
        long[] noise = {-1};
        assertThat(av_opt_get_int(encoder, "aac_pns", AV_OPT_SEARCH_CHILDREN, noise))
                .isZero();
        assertThat(noise[0]).isZero();
        avcodec_free_context(encoder);
    }
}
