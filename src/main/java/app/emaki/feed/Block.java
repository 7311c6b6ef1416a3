package app.emaki.feed;

import app.emaki.platform.Cursor;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is left of a block of For you: films that were put in order and not shown yet, and the place where the next block
 * begins. It travels in the address, so that no page has gaps or doubles although the order is each viewer's own.
 */
record Block(List<UUID> rest, Cursor end) {
    static final String MARK = "~";

    private static final int MOST = 40;

    /** What the next page shows. */
    List<UUID> now() {
        return rest.subList(0, Math.min(FeedQuery.PAGE, rest.size()));
    }

    Block later() {
        return new Block(List.copyOf(rest.subList(now().size(), rest.size())), end);
    }

    String encode() {
        var bytes = ByteBuffer.allocate(24 + 16 * rest.size());
        bytes.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, end.at()));
        put(bytes, end.id());
        rest.forEach(id -> put(bytes, id));
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reads what {@link #encode()} wrote; empty for anything else. */
    static Optional<Block> parse(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(MARK.length())));
            var end = new Cursor(Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS), id(bytes));
            var rest = new ArrayList<UUID>();
            while (bytes.hasRemaining() && rest.size() < MOST) {
                rest.add(id(bytes));
            }
            return Optional.of(new Block(rest, end));
        } catch (IllegalArgumentException
                | BufferUnderflowException
                | DateTimeException
                | ArithmeticException
                | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
