package app.emaki.cameo;

import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out words and takes them back. They show that somebody sat here just now and meant it; they do not prove whose face
 * is in the picture, and no page says so.
 */
@Component
@Transactional
class Challenges {
    static final Duration TIME = Duration.ofMinutes(15);
    static final int WORDS = 4;
    private static final List<String> ENGLISH = List.of(
            "river",
            "lantern",
            "maple",
            "paper",
            "window",
            "kettle",
            "garden",
            "silver",
            "mountain",
            "button",
            "harbor",
            "pencil",
            "orange",
            "thunder",
            "ladder",
            "pocket",
            "candle",
            "meadow",
            "rocket",
            "basket",
            "island",
            "ribbon",
            "whisper",
            "saddle",
            "copper",
            "violin",
            "pebble",
            "winter",
            "sparrow",
            "bridge",
            "cotton",
            "marble");
    private static final List<String> JAPANESE = List.of(
            "かわ", "ちょうちん", "もみじ", "かみ", "まど", "やかん", "にわ", "ぎん", "やま", "ぼたん", "みなと", "えんぴつ", "みかん", "かみなり", "はしご",
            "ぽけっと", "ろうそく", "のはら", "ろけっと", "かご", "しま", "りぼん", "さんぽ", "くじら", "どうくつ", "こいし", "ふゆ", "すずめ", "はし", "わた",
            "ほたる", "つき");

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Challenges(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    Challenge issue(Viewer viewer, Locale locale) {
        var list = locale.getLanguage().equals("ja") ? JAPANESE : ENGLISH;
        var words = Stream.generate(() -> list.get(random.nextInt(list.size())))
                .distinct()
                .limit(WORDS)
                .collect(Collectors.joining(" "));
        var challenge = new Challenge(ids.next(), words, clock.instant().plus(TIME));
        jdbc.sql("insert into cameo_challenge (id, account, words, expires_at) values (?, ?, ?, ?)")
                .params(challenge.id(), viewer.id(), words, Timestamp.from(challenge.expiresAt()))
                .update();
        return challenge;
    }

    /**
     * Whether the words of a challenge came back in time; whatever came, they are used up.
     *
     * @param typed null when they were read aloud, which was listened to before
     */
    @Transactional(noRollbackFor = Exception.class)
    boolean redeem(Viewer viewer, @Nullable UUID id, @Nullable String typed) {
        if (id == null) {
            return false;
        }
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        update cameo_challenge set used_at = ? where id = ? and account = ? and used_at is null and expires_at > ?
                        returning words""")
                .params(now, id, viewer.id(), now)
                .query(String.class)
                .optional()
                .filter(words -> typed == null || plain(words).equals(plain(typed)))
                .isPresent();
    }

    int sweep() {
        return jdbc.sql("delete from cameo_challenge where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** Spaces, capitals, width and the kind of kana are not what is asked for. */
    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s　,、。.]+", "")
                .codePoints()
                .map(c -> c >= 0x30a1 && c <= 0x30f6 ? c - 0x60 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
