package app.emaki.media;

import java.util.Optional;
import java.util.regex.Pattern;

/** A stretch of a file, both ends included. */
record ByteRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    /**
     * Reads a Range header.
     *
     * @return empty for several ranges or no range at all, which a server may answer with the whole file
     * @throws Unsatisfiable when the file has nothing there
     */
    static Optional<ByteRange> parse(String header, long size) throws Unsatisfiable {
        var match = SINGLE.matcher(header.strip());
        if (!match.matches() || header.strip().equals("bytes=-")) {
            return Optional.empty();
        }
        var from = match.group(1);
        var to = match.group(2);
        if (from.isEmpty()) {
            long length = Math.min(Long.parseLong(to), size);
            return Optional.of(satisfied(size - length, size - 1, size));
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        return !to.isEmpty() && Long.parseLong(to) < first
                ? Optional.empty()
                : Optional.of(satisfied(first, last, size));
    }

    private static ByteRange satisfied(long first, long last, long size) throws Unsatisfiable {
        if (first >= size || last < first) {
            throw new Unsatisfiable();
        }
        return new ByteRange(first, last);
    }

    long length() {
        return last - first + 1;
    }

    String contentRange(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }

    static final class Unsatisfiable extends Exception {}
}
