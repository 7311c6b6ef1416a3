package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A process that makes one film of several, writes one anew, makes one of a picture or takes a picture out of one, and ends: beside the mastering process, so that no fresh
 * film waits for a long one.
 */
public final class SplicingMain {
    /** The first argument of the program that makes it such a process. */
    public static final String COMMAND = "splicing";

    /** Kinds of jobs, the first byte of each. */
    public static final char SPLICE = 'S';

    public static final char PICTURE = 'F';
    public static final char ANEW = 'A';
    public static final char STILL = 'T';

    /** Kinds of answers: a percent, the seconds of a film that is done, a film that is none, and what broke. */
    public static final char PERCENT = 'P';

    public static final char DONE = 'D';
    public static final char BAD = 'B';
    public static final char BROKEN = 'X';

    private SplicingMain() {}

    public static void main(String[] args) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(System.in));
        var out = new DataOutputStream(System.out);
        // nothing but answers may stand there
        System.setOut(System.err);
        Av.prepare();
        Seclusion.enter();
        out.writeByte('R');
        out.flush();
        try {
            double seconds = switch ((char) in.readByte()) {
                case SPLICE -> new Splice(SpliceJob.read(in), percent -> tell(out, percent)).make();
                case ANEW -> new FreshCopy(FreshCopyJob.read(in)).make();
                case STILL -> StillFilm.read(in).make();
                default -> picture(Path.of(in.readUTF()), in.readBoolean(), Path.of(in.readUTF()));
            };
            out.writeByte(DONE);
            out.writeDouble(seconds);
        } catch (UnfitSource e) {
            out.writeByte(BAD);
            out.writeUTF(e.code());
            out.writeUTF(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            e.printStackTrace(System.err);
            out.writeByte(BROKEN);
            out.writeUTF(e.toString());
        }
        out.flush();
    }

    private static void tell(DataOutputStream out, int percent) {
        try {
            out.writeByte(PERCENT);
            out.writeInt(percent);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first or the last frame of a film as JPEG. */
    static double picture(Path film, boolean last, Path target) throws IOException, UnfitSource {
        var packet = av_packet_alloc();
        var frame = av_frame_alloc();
        try (var source = Source.open(film);
                var canvas = new Canvas(source.width() / 2 * 2, source.height() / 2 * 2)) {
            var decoder = Source.decoder(source.video(), 1);
            try {
                boolean any = false;
                boolean more = true;
                while (more && (last || !any)) {
                    more = av_read_frame(source.context(), packet) >= 0;
                    if (!more) {
                        avcodec_send_packet(decoder, null);
                    } else if (packet.stream_index() == source.video().index()) {
                        avcodec_send_packet(decoder, packet);
                    }
                    av_packet_unref(packet);
                    while ((last || !any) && avcodec_receive_frame(decoder, frame) >= 0) {
                        canvas.take(frame);
                        av_frame_unref(frame);
                        any = true;
                    }
                }
                if (!any) {
                    throw new UnfitSource("no-picture", "There is no picture in it");
                }
            } finally {
                avcodec_free_context(decoder);
            }
            Jpegs.write(
                    Still.of(
                                    canvas.frame(),
                                    canvas.frame().width(),
                                    canvas.frame().height())
                            .image(),
                    target);
            return source.statedSeconds();
        } finally {
            av_frame_free(frame);
            av_packet_free(packet);
        }
    }
}
