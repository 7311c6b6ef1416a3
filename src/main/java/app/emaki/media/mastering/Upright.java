package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/** Turns pictures as the file says that they are to be shown: telephones film lying, and note how they were held. */
final class Upright implements AutoCloseable {
    private final int quarters;
    private final int width;
    private final int height;
    private final @Nullable Canvas lying;
    private final @Nullable AVFrame standing;

    Upright(Source source) throws IOException {
        this.quarters = quarters(source);
        int flatWidth = source.width() / 2 * 2;
        int flatHeight = source.height() / 2 * 2;
        this.width = quarters % 2 == 0 ? flatWidth : flatHeight;
        this.height = quarters % 2 == 0 ? flatHeight : flatWidth;
        if (quarters == 0) {
            this.lying = null;
            this.standing = null;
        } else {
            this.lying = new Canvas(flatWidth, flatHeight);
            this.standing = av_frame_alloc();
            standing.format(AV_PIX_FMT_YUV420P).width(width).height(height);
            Av.check(av_frame_get_buffer(standing, 0), "A frame to turn into");
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The picture as it is shown; the same frame where nothing has to be turned. */
    AVFrame of(AVFrame decoded) throws IOException {
        if (lying == null || standing == null) {
            return decoded;
        }
        lying.take(decoded);
        for (int plane = 0; plane < 3; plane++) {
            turn(lying.frame(), standing, plane);
        }
        return standing;
    }

    private void turn(AVFrame from, AVFrame to, int plane) {
        int shift = plane == 0 ? 0 : 1;
        int columns = from.width() >> shift;
        int lines = from.height() >> shift;
        var pixels = new byte[columns * lines];
        for (int y = 0; y < lines; y++) {
            from.data(plane).position((long) y * from.linesize(plane)).get(pixels, y * columns, columns);
        }
        from.data(plane).position(0);
        var row = new byte[to.width() >> shift];
        int rows = to.height() >> shift;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = switch (quarters) {
                    case 1 -> pixels[(lines - 1 - x) * columns + y];
                    case 2 -> pixels[(lines - 1 - y) * columns + columns - 1 - x];
                    default -> pixels[x * columns + columns - 1 - y];
                };
            }
            to.data(plane).position((long) y * to.linesize(plane)).put(row);
        }
        to.data(plane).position(0);
    }

    /** Quarter turns clockwise, from 0 to 3. */
    private static int quarters(Source source) {
        var parameters = source.video().codecpar();
        var side = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (side == null || side.isNull() || side.size() < 9 * Integer.BYTES) {
            return 0;
        }
        double angle = av_display_rotation_get(new IntPointer(side.data()));
        return Double.isNaN(angle) ? 0 : Math.floorMod(Math.round(-angle / 90), 4);
    }

    @Override
    public void close() {
        if (lying != null) {
            lying.close();
        }
        if (standing != null) {
            av_frame_free(standing);
        }
    }
}
