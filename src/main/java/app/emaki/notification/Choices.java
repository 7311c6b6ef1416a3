package app.emaki.notification;

import java.sql.Time;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which kinds of notices reach somebody by which ways, and when none should. */
@Component
@Transactional
class Choices {
    private final JdbcClient jdbc;

    Choices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every kind, as it is for this account. */
    @Transactional(readOnly = true)
    Map<Kind, Choice> of(UUID account) {
        var choices = new EnumMap<Kind, Choice>(Kind.class);
        for (var kind : Kind.values()) {
            choices.put(kind, kind.usual());
        }
        jdbc.sql("select kind, app, push, mail from notification_choice where account_id = ?")
                .param(account)
                .query(row -> {
                    choices.put(
                            Kind.valueOf(row.getString("kind")),
                            new Choice(row.getBoolean("app"), row.getBoolean("push"), row.getBoolean("mail")));
                });
        return choices;
    }

    @Transactional(readOnly = true)
    Choice of(UUID account, Kind kind) {
        return jdbc.sql("select app, push, mail from notification_choice where account_id = ? and kind = ?")
                .params(account, kind.name())
                .query(Choice.class)
                .optional()
                .orElse(kind.usual());
    }

    void choose(UUID account, Kind kind, Choice choice) {
        jdbc.sql(
                        "insert into notification_choice (account_id, kind, app, push, mail) values (?, ?, ?, ?, ?)"
                                + " on conflict (account_id, kind) do update set app = excluded.app, push = excluded.push, mail = excluded.mail")
                .params(account, kind.name(), choice.app() || !kind.optional(), choice.push(), choice.mail())
                .update();
    }

    @Transactional(readOnly = true)
    Optional<Quiet> quiet(UUID account) {
        return jdbc.sql("select begins, ends, zone from notification_quiet where account_id = ?")
                .param(account)
                .query((row, n) -> new Quiet(
                        row.getTime("begins").toLocalTime(), row.getTime("ends").toLocalTime(), row.getString("zone")))
                .optional();
    }

    /** Null for no quiet hours. */
    void keepQuiet(UUID account, @Nullable Quiet quiet) {
        if (quiet == null) {
            jdbc.sql("delete from notification_quiet where account_id = ?")
                    .param(account)
                    .update();
            return;
        }
        jdbc.sql(
                        "insert into notification_quiet (account_id, begins, ends, zone) values (?, ?, ?, ?)"
                                + " on conflict (account_id) do update set begins = excluded.begins, ends = excluded.ends, zone = excluded.zone")
                .params(account, Time.valueOf(quiet.begins()), Time.valueOf(quiet.ends()), quiet.zone())
                .update();
    }

    /** Ways for one kind: in the app, as a push, as a letter. */
    record Choice(boolean app, boolean push, boolean mail) {}

    /** Hours in which nothing goes out; they may pass midnight. */
    record Quiet(LocalTime begins, LocalTime ends, String zone) {}
}
