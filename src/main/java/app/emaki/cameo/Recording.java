package app.emaki.cameo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A short sound as plain samples, read from a WAV file of 16 bits. Whatever else the file says is not looked at, and what is kept is
 * written anew.
 *
 * @param samples from -1 to 1, of all channels together
 * @param rate samples in a second
 */
record Recording(double[] samples, int rate) {
    static final int MOST_BYTES = 4_000_000;
    private static final int LEAST_RATE = 8000;
    private static final int MOST_RATE = 48_000;
    private static final int HEADER = 44;

    /**
     * Reads a file.
     *
     * @throws PortraitRefused when it is none that can be read
     */
    static Recording of(byte[] file) throws PortraitRefused {
        if (file.length > MOST_BYTES) {
            throw new PortraitRefused("long");
        }
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER
                || !word(file, 0).equals("RIFF")
                || !word(file, 8).equals("WAVE")) {
            throw new PortraitRefused("format");
        }
        int channels = 0;
        int rate = 0;
        int at = 12;
        while (at + 8 <= file.length) {
            long length = bytes.getInt(at + 4) & 0xffff_ffffL;
            if (word(file, at).equals("fmt ") && at + 24 <= file.length) {
                boolean plain = bytes.getShort(at + 8) == 1 && bytes.getShort(at + 22) == 16;
                channels = plain ? bytes.getShort(at + 10) : 0;
                rate = bytes.getInt(at + 12);
            } else if (word(file, at).equals("data")) {
                return new Recording(
                        samples(bytes, at + 8, (int) Math.min(length, file.length - at - 8), channels, rate), rate);
            }
            at += (int) Math.min(8 + length + (length & 1), file.length);
        }
        throw new PortraitRefused("format");
    }

    private static double[] samples(ByteBuffer bytes, int from, int length, int channels, int rate)
            throws PortraitRefused {
        if (channels < 1 || channels > 2 || rate < LEAST_RATE || rate > MOST_RATE) {
            throw new PortraitRefused("format");
        }
        var samples = new double[length / 2 / channels];
        for (int i = 0; i < samples.length; i++) {
            for (int channel = 0; channel < channels; channel++) {
                samples[i] += bytes.getShort(from + 2 * (i * channels + channel)) / 32_768.0 / channels;
            }
        }
        return samples;
    }

    private static String word(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.US_ASCII);
    }

    double seconds() {
        return samples.length / (double) rate;
    }

    /** The sound alone, as a file of its own. */
    byte[] wav() {
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        int length = samples.length * 2;
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(length + HEADER - 8);
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        header.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2);
        header.putShort((short) 2).putShort((short) 16);
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        var body = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : samples) {
            body.putShort((short) Math.clamp(Math.round(sample * 32_767), -32_768, 32_767));
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        out.writeBytes(body.array());
        return out.toByteArray();
    }
}
