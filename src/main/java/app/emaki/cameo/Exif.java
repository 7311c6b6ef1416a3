package app.emaki.cameo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads from a JPEG which way its camera was held, and nothing else. */
final class Exif {
    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private Exif() {}

    /** From 1 (upright) to 8; 1 for a picture that does not say. */
    static int orientation(byte[] jpeg) {
        try {
            var bytes = ByteBuffer.wrap(jpeg);
            int at = 2;
            while (at + 4 < jpeg.length) {
                int marker = bytes.getShort(at) & 0xffff;
                int length = bytes.getShort(at + 2) & 0xffff;
                if (marker == APP1 && new String(jpeg, at + 4, 4, StandardCharsets.US_ASCII).equals("Exif")) {
                    return inDirectory(bytes.slice(at + 10, length - 8));
                }
                if (marker == START_OF_SCAN || (marker & 0xff00) != 0xff00) {
                    return 1;
                }
                at += 2 + length;
            }
        } catch (IndexOutOfBoundsException e) {
            // a broken note on a picture that may be whole
        }
        return 1;
    }

    private static int inDirectory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
