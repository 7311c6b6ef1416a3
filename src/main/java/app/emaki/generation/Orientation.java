package app.emaki.generation;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which way a camera was held, 1 to 8 as EXIF counts; read before the metadata is dropped, so that nobody lies on their side. */
record Orientation(int number) {
    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int START = 0xffd8;
    private static final int APP1 = 0xffe1;
    private static final int SCAN = 0xffda;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;

    /** The orientation that a JPEG names; upright when it names none. */
    static Orientation of(byte[] jpeg) {
        try {
            var in = ByteBuffer.wrap(jpeg);
            if ((in.getShort() & 0xffff) != START) {
                return UPRIGHT;
            }
            while (true) {
                int marker = in.getShort() & 0xffff;
                int length = in.getShort() & 0xffff;
                if (marker == SCAN || marker >>> 8 != 0xff || length < 2) {
                    return UPRIGHT;
                }
                if (marker == APP1 && in.getInt(in.position()) == EXIF) {
                    return inTiff(in.slice(in.position() + 6, length - 8));
                }
                in.position(in.position() + length - 2);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int number = tiff.getShort(entry + 8) & 0xffff;
                return number >= 1 && number <= 8 ? new Orientation(number) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    boolean upright() {
        return number == 1;
    }

    /** Whether width and height change places. */
    boolean lying() {
        return number >= 5;
    }

    /** Turns a picture of this size upright. */
    AffineTransform turning(int width, int height) {
        return switch (number) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
