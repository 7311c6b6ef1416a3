package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.model.Sketch;
import app.emaki.model.SketchRequest;
import app.emaki.model.Sketcher;
import app.emaki.model.VideoModels;
import app.emaki.platform.RateLimits;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptParts;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.studio.prompt.Shot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A small picture of each shot of a storyboard. They are drawn by the built-in model when it has no film to make, one board a
 * person at a time, and kept in memory; on a machine that is too slow for them they rest.
 */
@Component
class Storyboards {
    /** Longer boards go without. */
    static final int MOST_SHOTS = 24;

    private static final Logger log = LoggerFactory.getLogger(Storyboards.class);
    private static final int KEPT = 96;
    private static final double LONGEST = 60;
    private static final double UNSAID = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A machine that did not finish a board within that is no machine for boards. */
    private static final Duration SLOW = Duration.ofSeconds(60);

    private static final Duration REST = Duration.ofMinutes(5);
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(120, Duration.ofMinutes(10));

    private final Supplier<Optional<Sketcher>> sketcher;
    private final RateLimits limits;
    private final Clock clock;
    private final Map<String, byte[]> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    });
    private final Map<UUID, Board> boards = new ConcurrentHashMap<>();
    private volatile Instant restsUntil = Instant.MIN;

    @Autowired
    Storyboards(VideoModels models, RateLimits limits, Clock clock) {
        this(models::sketcher, limits, clock);
    }

    Storyboards(Supplier<Optional<Sketcher>> sketcher, RateLimits limits, Clock clock) {
        this.sketcher = sketcher;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param strip a JPEG with the shots side by side; null when there is none
     * @param busy whether there may be one in a while
     */
    record Drawn(String tag, byte @Nullable [] strip, boolean busy) {}

    /** Whether shots have pictures here. */
    boolean offered() {
        return sketcher.get().isPresent();
    }

    /** The pictures of a sheet's shots; what was being drawn for the same person before is given up. */
    Drawn of(Viewer viewer, Draft draft) {
        var parts = PromptReader.read(draft.text());
        var hand = sketcher.get();
        if (parts.shots().isEmpty() || parts.shots().size() > MOST_SHOTS || hand.isEmpty()) {
            return new Drawn("", null, false);
        }
        var request = request(draft, parts);
        var tag = tag(viewer, request);
        var known = kept.get(tag);
        return known != null ? new Drawn(tag, known, false) : drawn(viewer, hand.get(), request, tag);
    }

    private Drawn drawn(Viewer viewer, Sketcher hand, SketchRequest request, String tag) {
        var drawing = boards.get(viewer.id());
        if (drawing == null || !drawing.tag().equals(tag)) {
            stop(boards.remove(viewer.id()));
            drawing = begin(viewer, hand, request, tag);
        }
        return drawing == null ? new Drawn(tag, null, !resting()) : awaited(drawing);
    }

    /** Null while nobody has a hand free, or this person has had many. */
    private @Nullable Board begin(Viewer viewer, Sketcher hand, SketchRequest request, String tag) {
        var key = "sketches:" + viewer.id();
        if (resting() || limits.take(key, LIMIT).isPresent()) {
            return null;
        }
        var begun = hand.begin(request);
        if (begun.isEmpty()) {
            limits.giveBack(key, LIMIT);
            return null;
        }
        var board = new Board(tag, begun.get(), clock.instant());
        stop(boards.put(viewer.id(), board));
        board.sketch().strip().whenComplete((strip, gone) -> {
            boards.remove(viewer.id(), board);
            if (strip != null) {
                kept.put(tag, strip);
            } else if (clock.instant().isAfter(board.since().plus(SLOW))) {
                restsUntil = clock.instant().plus(REST);
            }
        });
        return board;
    }

    /** For a while; what takes longer is drawn all the same, and there when it is asked for again. */
    private Drawn awaited(Board board) {
        try {
            var strip = board.sketch().strip().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Drawn(board.tag(), strip, false);
        } catch (CancellationException | TimeoutException e) {
            return new Drawn(board.tag(), null, true);
        } catch (ExecutionException e) {
            boolean gaveWay = e.getCause() instanceof CancellationException;
            if (!gaveWay) {
                log.info("A storyboard goes without pictures: {}", String.valueOf(e.getCause()));
            }
            return new Drawn(board.tag(), null, gaveWay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Drawn(board.tag(), null, false);
        }
    }

    private boolean resting() {
        return clock.instant().isBefore(restsUntil);
    }

    private static void stop(@Nullable Board board) {
        if (board != null) {
            board.sketch().stop().run();
        }
    }

    /** What is being drawn for somebody. */
    private record Board(String tag, Sketch sketch, Instant since) {}

    /** The board as a film of its own, each shot seen at its middle; who is named there is somebody. */
    private static SketchRequest request(Draft draft, PromptParts parts) {
        double whole = parts.shots().stream().mapToDouble(Storyboards::length).sum();
        double scale = Math.min(1, LONGEST / whole);
        var shots = new ArrayList<Shot>();
        var moments = new ArrayList<Double>();
        double start = 0;
        for (var shot : parts.shots()) {
            double seconds = length(shot) * scale;
            shots.add(new Shot(seconds, shot.camera(), shot.text()));
            moments.add(start + seconds / 2);
            start += seconds;
        }
        var script = script(parts.withShots(shots), PromptLanguage.of(draft.text(), PromptLanguage.EN));
        return new SketchRequest(script, draft.aspect(), start, List.copyOf(moments));
    }

    private static double length(Shot shot) {
        return shot.seconds() > 0 ? shot.seconds() : UNSAID;
    }

    private static String script(PromptParts parts, PromptLanguage language) {
        var script = ScriptJson.of(parts);
        return script == null
                ? "{}"
                : script.replaceAll("@[a-z0-9_]{3,20}", language == PromptLanguage.JA ? "人" : "a person");
    }

    private static String tag(Viewer viewer, SketchRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((viewer.id() + "\n" + request).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
