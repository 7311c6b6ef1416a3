package app.emaki.model.kamishibai.sound;

import java.util.List;

/** A small, fast stream of chance that is the same on every machine; noise and composition both draw from it. */
final class Chance {
    private long state;

    Chance(long seed) {
        var mixed = (seed + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        state = mixed ^ (mixed >>> 31);
        if (state == 0) state = 0x2545F4914F6CDD1DL;
    }

    /** An independent stream: the same salt gives the same stream, however much was drawn from this one before. */
    static Chance of(long seed, Object... salts) {
        var mixed = seed;
        for (var salt : salts) mixed = mixed * 31 + salt.toString().hashCode();
        return new Chance(mixed);
    }

    /** −1 to 1, white. */
    float signed() {
        return (next() >> 40) * 0x1p-23f;
    }

    /** 0 to 1. */
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private long next() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        return state * 0x2545F4914F6CDD1DL;
    }
}
