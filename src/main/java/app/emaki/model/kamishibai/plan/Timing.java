package app.emaki.model.kamishibai.plan;

import java.util.ArrayList;
import java.util.List;

/** Shares the frames of a film among its shots, so that they add up to the frame. */
final class Timing {
    static final int FPS = 24;
    private static final int FEWEST = 12;

    private Timing() {}

    /** Frames for each take: what was asked for where it can be had, room for speech, the rest by weight. */
    static int[] frames(List<Take> takes, double seconds) {
        int total = Math.max(takes.size() * FEWEST, (int) Math.round(seconds * FPS));
        double askedSum =
                takes.stream().mapToDouble(t -> t.asked == null ? 0 : t.asked).sum();
        long open = takes.stream().filter(t -> t.asked == null).count();
        double room = total / (double) FPS;
        double squeeze = askedSum > 0 && (open == 0 || askedSum > room - open * 1.2)
                ? (room - open * Math.min(1.2, room / takes.size())) / askedSum
                : 1;
        var wish = new ArrayList<Double>();
        double needs = takes.stream()
                .filter(t -> t.asked == null)
                .mapToDouble(Timing::need)
                .sum();
        double left = room - askedSum * squeeze;
        double weights = takes.stream()
                .filter(t -> t.asked == null)
                .mapToDouble(t -> t.weight)
                .sum();
        for (Take take : takes) {
            if (take.asked != null) {
                wish.add(take.asked * squeeze);
            } else if (needs > left) {
                wish.add(need(take) * left / needs);
            } else {
                wish.add(need(take) + (left - needs) * take.weight / weights);
            }
        }
        return whole(wish, total);
    }

    private static double need(Take take) {
        return Math.max(1.0, take.lines.isEmpty() ? 0 : take.speech() + 0.5);
    }

    private static int[] whole(List<Double> wish, int total) {
        int[] frames = new int[wish.size()];
        int used = 0;
        double sum = 0;
        double all = wish.stream().mapToDouble(w -> w).sum();
        for (int i = 0; i < frames.length; i++) {
            sum += wish.get(i);
            int end = i == frames.length - 1 ? total : (int) Math.round(sum / all * total);
            int after = (frames.length - 1 - i) * FEWEST;
            frames[i] = Math.clamp(end - used, Math.min(FEWEST, total - used - after), total - used - after);
            used += frames[i];
        }
        return frames;
    }
}
