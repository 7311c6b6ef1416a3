package app.emaki.feed;

import app.emaki.platform.PublicId;
import app.emaki.video.WordDiff.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The family of a film, as far as a page shows it: one line of ancestors, the film, and a tree of what was made of it.
 *
 * @param first the oldest one on the page
 * @param earlier the page of an ancestor that has others before it; null when the line begins here
 * @param films how many were made of it, at all; null when nobody counted
 * @param generations how deep they go
 * @param counted whether the count ended at its bound
 */
record Lineage(
        Branch first,
        LineageNode film,
        @Nullable LineageNode earlier,
        @Nullable Integer films,
        int generations,
        boolean counted) {

    /**
     * A film and what was made of it.
     *
     * @param changes words that changed from the film before, null when they are not shown
     * @param more address of the next children; null after the last one
     * @param further whether its children stand on a page of its own
     */
    record Branch(
            LineageNode node,
            boolean here,
            boolean begins,
            @Nullable List<Change> changes,
            List<Branch> children,
            @Nullable String more,
            boolean further) {

        public String next() {
            return node.next();
        }
    }

    /** Whether there is anything to show beside the film itself. */
    public boolean alone() {
        return film.parent() == null && first.children().isEmpty();
    }

    /** The line from the oldest ancestor on the page to the film. */
    public List<LineageNode> line() {
        var line = new ArrayList<LineageNode>();
        var at = first;
        line.add(at.node());
        while (!at.here()) {
            at = at.children().getFirst();
            line.add(at.node());
        }
        return line;
    }

    /** Children of the film alone, for a page of them. */
    public Branch here() {
        var at = first;
        while (!at.here()) {
            at = at.children().getFirst();
        }
        return at;
    }

    /** Puts rows together: ancestors have depths below zero, children come in their order. */
    static final class Builder {
        private final Map<UUID, LineageNode> nodes = new HashMap<>();
        private final Map<UUID, List<LineageNode>> children = new HashMap<>();
        private final int width;
        private final @Nullable UUID cut;
        private LineageNode film;
        private LineageNode oldest;

        /** {@code width + 1} children of a film say that there are more; {@code cut} is where the rows ended. */
        Builder(List<LineageNode> rows, int width, boolean full) {
            this.width = width;
            this.film =
                    rows.stream().filter(node -> node.depth() == 0).findFirst().orElseThrow();
            this.oldest = rows.getFirst();
            this.cut = full ? rows.getLast().parent() : null;
            for (var row : rows) {
                nodes.put(row.id(), row);
                if (row.depth() != oldest.depth() && row.parent() != null) {
                    children.computeIfAbsent(row.parent(), none -> new ArrayList<>())
                            .add(row);
                }
            }
        }

        Lineage build(@Nullable Integer films, int generations, boolean counted) {
            return new Lineage(
                    branch(oldest), film, oldest.parent() == null ? null : earlier(), films, generations, counted);
        }

        /** The oldest ancestor that the viewer may open. */
        private LineageNode earlier() {
            var seen = film;
            for (var node = film; node != null; node = node.parent() == null ? null : nodes.get(node.parent())) {
                seen = node.seen() ? node : seen;
            }
            return seen;
        }

        private Branch branch(LineageNode node) {
            var all = children.getOrDefault(node.id(), List.of());
            boolean wide =
                    node.depth() >= 0 && (all.size() > width || (node.id().equals(cut) && !all.isEmpty()));
            var shown = all.size() > width && node.depth() >= 0 ? all.subList(0, width) : all;
            var kept = shown.stream()
                    .map(this::branch)
                    .filter(child -> child.node().seen() || !child.children().isEmpty() || child.further())
                    .toList();
            boolean further =
                    all.isEmpty() && node.depth() >= 0 && node.seen() && (node.linked() || node.remixes() > 0);
            return new Branch(
                    node,
                    node.equals(film),
                    node.parent() == null,
                    node.changes(node.parent() == null ? null : nodes.get(node.parent())),
                    kept,
                    wide && node.seen() ? more(node, shown.getLast()) : null,
                    further);
        }

        private static String more(LineageNode node, LineageNode last) {
            return node.page() + "/lineage?after=" + last.remixes() + "." + PublicId.of(last.id());
        }
    }
}
