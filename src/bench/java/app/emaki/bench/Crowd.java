package app.emaki.bench;

import app.emaki.media.MediaKey;
import app.emaki.platform.PublicId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A crowd made in SQL: so many films, one every minute until now, a tenth as many people who follow twenty others each, ten times
 * as many likes, and half as many comments under a tenth of the films.
 */
final class Crowd {
    private static final String FILM_KEY = "'film-of-a-bench-' || lpad(n::text, 8, '0') || '.mp4'";
    private static final String POSTER_KEY = "'poster-of-a-bench-' || lpad(n::text, 8, '0') || '.jpg'";

    private final int films;

    Crowd(int films) {
        this.films = films;
    }

    int people() {
        return Math.max(films / 10, 200);
    }

    static String film(int n) {
        return PublicId.of(new UUID(0x7000, 0x9000_0000_0000_0000L | n));
    }

    static MediaKey filmKey(int n) {
        return new MediaKey("film-of-a-bench-%08d.mp4".formatted(n));
    }

    static MediaKey posterKey(int n) {
        return new MediaKey("poster-of-a-bench-%08d.jpg".formatted(n));
    }

    void fill(Connection db) throws SQLException {
        int people = people();
        long before = System.nanoTime();
        var person = "('00000000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid";
        var film = "('00000000-0000-7000-9000-' || lpad(to_hex(%s), 12, '0'))::uuid";
        var mixed = "1 + ((%1$s)::bigint * 2654435761) %% %2$d";
        run(
                db,
                "insert into account (id, handle, skeleton, email, display_name, password_hash, role, standing, plan, created_at) select "
                        + person.formatted("n")
                        + ", 'p' || n, 'p' || n, 'p' || n || '@example.org', 'Person ' || n, 'x', 'MEMBER', 'ACTIVE', 'FREE', now()"
                        + " from generate_series(1, " + people + ") n");
        run(
                db,
                "insert into video (id, author, model, prompt, language, film, clean, poster, width, height, seconds, sound,"
                        + " placeholder, seed, remix_of, created_at, caption, visibility, prompt_shown, published_at, ranked_at, views, words, tags) select "
                        + film.formatted("n") + ", " + person.formatted(mixed.formatted("n", people))
                        + ", 'kamishibai-2', repeat('a slow train over the sea ', 8), 'en', " + FILM_KEY
                        + ", 'c' || n, " + POSTER_KEY + ", 720, 1280, 8, true, 2377850, n,"
                        + " case when n % 5 = 0 then " + film.formatted("n - 1") + " end, at,"
                        + " 'Film ' || n || '. Rain over the harbour, a tram goes home. #night',"
                        + " case when n % 20 = 0 then 'FOLLOWERS' else 'EVERYONE' end, true, at, at + (n * 7919 % 72) * interval '1 hour',"
                        + " n % 500, array['film', 'rain', 'harbour', 'tram', 'night', 'w' || n % 1000], array['night']"
                        + " from (select n, now() - (" + films
                        + " - n) * interval '1 minute' as at from generate_series(1, " + films + ") n) x");
        run(
                db,
                "insert into video_like select " + person.formatted(mixed.formatted("n * 7 + 1", people)) + ", "
                        + film.formatted("1 + (n * n) % " + films) + ", now() from generate_series(1, " + films * 10L
                        + "::bigint) n on conflict do nothing");
        run(
                db,
                "update video set likes = l.n from (select video, count(*) as n from video_like group by video) l where l.video = video.id");
        run(
                db,
                "insert into comment (id, video, author, text, language, created_at) select gen_random_uuid(), "
                        + film.formatted("1 + (n * 31) % " + films / 10) + ", "
                        + person.formatted(mixed.formatted("n * 3 + 2", people))
                        + ", 'I hear the rain, and the tram far away. No. ' || n, 'en', now() - n * interval '1 second'"
                        + " from generate_series(1, " + films / 2 + "::bigint) n");
        run(
                db,
                "update video set comments = c.n from (select video, count(*) as n from comment group by video) c where c.video = video.id");
        run(
                db,
                "insert into follow select distinct " + person.formatted(mixed.formatted("n", people)) + ", "
                        + person.formatted(mixed.formatted("n * 13 + 5", people)) + ", now() from generate_series(1, "
                        + people * 20L
                        + "::bigint) n where " + mixed.formatted("n", people) + " <> "
                        + mixed.formatted("n * 13 + 5", people)
                        + " on conflict do nothing");
        run(db, "vacuum analyze");
        System.out.printf(
                "%,d films, %,d people, filled in %.0f s%n", films, people, (System.nanoTime() - before) / 1e9);
    }

    /** The keeper follows two hundred people, and has watched and liked as somebody does. */
    UUID befriend(Connection db) throws SQLException {
        UUID keeper;
        try (var found = db.createStatement().executeQuery("select id from account where handle = 'keeper'")) {
            found.next();
            keeper = found.getObject(1, UUID.class);
        }
        run(
                db,
                "insert into follow select '" + keeper
                        + "', id, now() from account where handle like 'p%' order by id limit 200");
        run(
                db,
                "insert into video_view select '" + keeper
                        + "', id, 8, now() from (select id from video where listed order by ranked_at desc limit 300) v");
        run(
                db,
                "insert into video_like select '" + keeper
                        + "', id, now() from (select id from video where listed order by published_at desc limit 300) v on conflict do nothing");
        run(db, "insert into feed_wish (account, guided) values ('" + keeper + "', true) on conflict do nothing");
        run(db, "vacuum analyze follow, video_view, video_like");
        return keeper;
    }

    static void run(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }
}
