package app.emaki.model.kamishibai.sound;

/** A room: eight combs with damping and three all-passes for each ear. */
final class Reverb {
    private static final int[] COMBS = {1687, 1601, 2053, 2251, 1867, 1999, 1491, 2381};
    private static final int[] PASSES = {347, 113, 559};

    private final double seconds;
    private final double size;
    private final double damping;

    /**
     * A room to be heard.
     *
     * @param seconds until the sound has fallen by 60 dB
     * @param size of the room, 1 for a hall
     * @param damping of highs, 0 to 1
     */
    Reverb(double seconds, double size, double damping) {
        this.seconds = seconds;
        this.size = size;
        this.damping = damping;
    }

    /** Adds the room's answer to both channels. */
    void answer(float[] wet, float[] left, float[] right) {
        ear(wet, left, 0);
        ear(wet, right, 37);
    }

    private void ear(float[] in, float[] out, int spread) {
        var sum = new float[in.length];
        for (var comb : COMBS) comb(in, sum, (int) ((comb + spread) * size));
        for (var pass : PASSES) pass(sum, (int) ((pass + spread / 3) * size));
        for (var i = 0; i < out.length; i++) out[i] += sum[i] * .35f;
    }

    private void comb(float[] in, float[] out, int delay) {
        var line = new float[delay];
        var feedback = (float) Math.pow(10, -3.0 * delay / (seconds * Wave.RATE));
        var keep = (float) damping;
        var low = 0f;
        for (int i = 0, place = 0; i < in.length; i++) {
            var heard = line[place];
            low = heard + (low - heard) * keep;
            // a trace of alternating current keeps the loop out of denormal numbers
            line[place] = in[i] + low * feedback + 1e-18f;
            out[i] += heard * .35f;
            if (++place == delay) place = 0;
        }
    }

    private static void pass(float[] sound, int delay) {
        var line = new float[delay];
        for (int i = 0, place = 0; i < sound.length; i++) {
            var heard = line[place];
            var in = sound[i] + heard * .5f;
            line[place] = in;
            sound[i] = heard - in * .5f;
            if (++place == delay) place = 0;
        }
    }
}
