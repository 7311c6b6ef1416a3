package app.emaki.model.kamishibai;

import java.nio.file.Path;
import java.time.Duration;

/**
 * @param workers processes that may run at a time, at least 1
 * @param heapMegabytes heap of each; {@value #HEAP} suffices for 1080 lines and keeps a whole worker below 640
 * @param cache a folder that can be written to, for the unpacked native libraries; shared by all workers
 * @param timeLimit after which a film is given up and its worker replaced
 * @param niceness how far workers stand back for others, 0 to 19
 */
public record WorkshopSettings(int workers, int heapMegabytes, Path cache, Duration timeLimit, int niceness) {
    /** Megabytes; twenty crowded seconds at 1080 lines were drawn with 288. */
    public static final int HEAP = 416;

    public WorkshopSettings {
        if (workers < 1 || heapMegabytes < 64) {
            throw new IllegalArgumentException("A workshop needs at least one worker with 64 MB, not %d with %d MB"
                    .formatted(workers, heapMegabytes));
        }
    }

    /** Workers that stand back for the pages. */
    public WorkshopSettings(int workers, int heapMegabytes, Path cache, Duration timeLimit) {
        this(workers, heapMegabytes, cache, timeLimit, 10);
    }

    /** One worker with room for 1080 lines, five minutes for a film. */
    public static WorkshopSettings standard(Path cache) {
        return new WorkshopSettings(1, HEAP, cache, Duration.ofMinutes(5));
    }
}
