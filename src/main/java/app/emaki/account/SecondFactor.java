package app.emaki.account;

import app.emaki.platform.SealedBytes;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody shows beside their password: a code of their app, each of which works once, or one of ten written down. */
@Component
@Transactional
class SecondFactor {
    private static final int CODES = 10;
    private static final int CODE_LENGTH = 12;
    private static final int GROUP = 4;
    /** 60 bits, of letters that are not mistaken for each other. */
    private static final String ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz";

    private final JdbcClient jdbc;
    private final SealedBytes seals;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactor(JdbcClient jdbc, SealedBytes seals, Clock clock) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.clock = clock;
    }

    /** Whether sign-ins by password ask for a code. */
    @Transactional(readOnly = true)
    boolean isOn(UUID account) {
        return find(account).filter(app -> app.confirmedAt() != null).isPresent();
    }

    /** The secret of an app that has yet to send its first code; made when there is none. Empty when an app is in use. */
    Optional<byte[]> begin(UUID account) {
        var known = find(account);
        if (known.isPresent() && known.get().confirmedAt() != null) {
            return Optional.empty();
        }
        var secret = known.flatMap(app -> open(account, app));
        if (secret.isPresent()) {
            return secret;
        }
        var fresh = new byte[Totp.SECRET_BYTES];
        random.nextBytes(fresh);
        jdbc.sql("""
                        insert into totp (account_id, secret, created_at) values (?, ?, ?)
                        on conflict (account_id) do update set secret = excluded.secret, created_at = excluded.created_at""")
                .params(account, seals.seal(purpose(account), fresh), Timestamp.from(clock.instant()))
                .update();
        return Optional.of(fresh);
    }

    /** Puts the app into use with its first code, and answers the recovery codes, which are never shown again. */
    Optional<List<String>> confirm(UUID account, String typed) {
        var app = lock(account).filter(waiting -> waiting.confirmedAt() == null);
        if (app.isEmpty() || !takesCode(account, app.get(), typed)) {
            return Optional.empty();
        }
        jdbc.sql("update totp set confirmed_at = ? where account_id = ?")
                .params(Timestamp.from(clock.instant()), account)
                .update();
        return Optional.of(renewCodes(account));
    }

    /** How a typed code was taken, once: from the app or from the paper; empty when it is neither. */
    Optional<Way> take(UUID account, String typed) {
        var app = lock(account).filter(known -> known.confirmedAt() != null);
        if (app.isEmpty()) {
            return Optional.empty();
        }
        if (takesCode(account, app.get(), typed)) {
            return Optional.of(Way.CODE);
        }
        return jdbc.sql("update recovery_code set used_at = ? where account_id = ? and hash = ? and used_at is null")
                                .params(Timestamp.from(clock.instant()), account, OneTimeToken.hash(plain(typed)))
                                .update()
                        == 1
                ? Optional.of(Way.RECOVERY)
                : Optional.empty();
    }

    /** New recovery codes in place of the old. */
    List<String> renewCodes(UUID account) {
        jdbc.sql("delete from recovery_code where account_id = ?")
                .param(account)
                .update();
        var codes = Stream.generate(this::code).limit(CODES).toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (account_id, hash) values (?, ?)")
                .params(account, OneTimeToken.hash(plain(code)))
                .update());
        return codes;
    }

    /** Recovery codes that still work. */
    @Transactional(readOnly = true)
    int codesLeft(UUID account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = ? and used_at is null")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** Back to the password alone. */
    void end(UUID account) {
        jdbc.sql("delete from recovery_code where account_id = ?")
                .param(account)
                .update();
        jdbc.sql("delete from totp where account_id = ?").param(account).update();
    }

    private boolean takesCode(UUID account, App app, String typed) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var step = open(account, app)
                .map(secret -> Totp.step(secret, digits, clock.instant(), app.lastStep()))
                .orElseGet(java.util.OptionalLong::empty);
        step.ifPresent(used -> jdbc.sql("update totp set last_step = ? where account_id = ?")
                .params(used, account)
                .update());
        return step.isPresent();
    }

    private Optional<byte[]> open(UUID account, App app) {
        return seals.open(purpose(account), app.secret());
    }

    private Optional<App> find(UUID account) {
        return jdbc.sql("select secret, confirmed_at, last_step from totp where account_id = ?")
                .param(account)
                .query(App.class)
                .optional();
    }

    private Optional<App> lock(UUID account) {
        return jdbc.sql("select secret, confirmed_at, last_step from totp where account_id = ? for update")
                .param(account)
                .query(App.class)
                .optional();
    }

    private String code() {
        var code = new StringBuilder();
        IntStream.range(0, CODE_LENGTH).forEach(at -> {
            if (at > 0 && at % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        });
        return code.toString();
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    private static String purpose(UUID account) {
        return "totp:" + account;
    }

    private record App(byte[] secret, @Nullable Instant confirmedAt, long lastStep) {}
}
