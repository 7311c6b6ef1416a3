package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;

/** Writes pictures at half the weight of a JPEG, for all browsers of today. */
final class WebP {
    private static final String QUALITY = "80";
    private static final int OPAQUE = 0xFF << 24;

    private WebP() {}

    static void write(BufferedImage image, Path file) throws IOException {
        var codec = avcodec_find_encoder_by_name("libwebp");
        var encoder = avcodec_alloc_context3(codec);
        var options = new AVDictionary(null);
        var frame = av_frame_alloc();
        var packet = av_packet_alloc();
        try {
            // in colours of a screen; the encoder knows which others WebP wants
            encoder.width(image.getWidth()).height(image.getHeight()).pix_fmt(AV_PIX_FMT_BGRA);
            encoder.time_base(av_make_q(1, 1));
            av_dict_set(options, "quality", QUALITY, 0);
            Av.check(avcodec_open2(encoder, codec, options), "Opening the WebP encoder");
            fill(frame, image);
            Av.check(avcodec_send_frame(encoder, frame), "Encoding a WebP picture");
            Av.check(avcodec_send_frame(encoder, null), "Encoding a WebP picture");
            Av.check(avcodec_receive_packet(encoder, packet), "Encoding a WebP picture");
            Files.write(file, bytes(packet));
        } finally {
            av_packet_free(packet);
            av_frame_free(frame);
            av_dict_free(options);
            avcodec_free_context(encoder);
        }
    }

    private static void fill(AVFrame frame, BufferedImage image) throws IOException {
        int width = image.getWidth();
        frame.format(AV_PIX_FMT_BGRA).width(width).height(image.getHeight());
        Av.check(av_frame_get_buffer(frame, 0), "A frame for a picture");
        var pixels =
                ((DataBufferInt) image.getRaster().getDataBuffer()).getData().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= OPAQUE;
        }
        var data = new IntPointer(frame.data(0));
        for (int y = 0; y < image.getHeight(); y++) {
            data.position((long) y * frame.linesize(0) / Integer.BYTES).put(pixels, y * width, width);
        }
    }

    private static byte[] bytes(AVPacket packet) {
        var bytes = new byte[packet.size()];
        packet.data().get(bytes);
        return bytes;
    }
}
