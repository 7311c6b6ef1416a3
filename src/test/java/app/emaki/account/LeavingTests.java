package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** Closing an account, coming back, and being gone. */
@EmakiTest
class LeavingTests {
    private static final String PASSWORD = "a kite above the field";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** What goes, and a row of it. */
    private static final Map<String, String> GOES = goes();

    /** What stays after somebody is gone, and why. */
    private static final Map<String, String> STAYS = Map.ofEntries(
            Map.entry("account_erasure.account_id", "the proof of the erasure itself"),
            Map.entry("appeal.account_id", "evidence of a decision"),
            Map.entry("appeal.answered_by", "who decided"),
            Map.entry("audit_entry.actor_id", "the chain of the log"),
            Map.entry("audit_entry.about_id", "the chain of the log"),
            Map.entry("branch_film.account_id", "made for everybody who may see its films; swept within days"),
            Map.entry("branch_review.looked_by", "who decided"),
            Map.entry("cameo.owner", "the ledger of consents, without name, words or picture"),
            Map.entry("cameo_grant.account", "the ledger of consents, without words"),
            Map.entry("cameo_takedown.decided_by", "who decided"),
            Map.entry("cameo_use.account", "the ledger of consents, without words"),
            Map.entry("comment.author", "the place of a comment, without its words, for those who answered"),
            Map.entry("comment.removed_by", "who decided"),
            Map.entry("decision.account_id", "evidence"),
            Map.entry("decision.moderator_id", "who decided"),
            Map.entry("decision.second_id", "who decided"),
            Map.entry("decision.undone_by", "who decided"),
            Map.entry("face_declaration.account", "the word that was given for whoever is in the film"),
            Map.entry("feedback.done_by", "who decided"),
            Map.entry("generation.account_id", "what the ledger charged for, without a word"),
            Map.entry("invite.owner_id", "who sat on a code stays seated; closed, without a note"),
            Map.entry("invite_gift.account_id", "what the ledger granted"),
            Map.entry("invite_use.account_id", "the seat, which is not free again"),
            Map.entry("ledger_entry.granted_by", "the ledger is append-only"),
            Map.entry("matter.account_id", "evidence"),
            Map.entry("matter.claimed_by", "who decided; runs out"),
            Map.entry("one_time_link.made_by", "whose link it is says account_id; swept within days"),
            Map.entry("purse.account_id", "the ledger is append-only"),
            Map.entry("report.reporter_id", "evidence"),
            Map.entry("report_message.author_id", "evidence"),
            Map.entry("video.author", "the place in a line of films, without film and words"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Leaving leaving;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Settable clock;

    Viewer somebody;

    @BeforeEach
    void somebody() {
        var handle = "leaving_" + PEOPLE.incrementAndGet();
        somebody = accounts.register(handle, handle + "@example.com", PASSWORD);
        accounts.activate(somebody.id());
        accounts.describe(somebody.id(), "Name of " + handle, "Words of " + handle);
    }

    @Test
    void whoeverClosesIsSignedOutAndMayComeBackByPassword() {
        var session = SessionCookie.of(signIn());
        assertThat(close(session, "not it")).hasStatusOk();
        assertThat(close(session, PASSWORD)).hasRedirectedUrl("/sign-in?left");
        assertThat(mvc.get().uri("/settings").cookie(session)).hasRedirectedUrl("/sign-in");
        var asked = signIn();
        assertThat(asked).hasRedirectedUrl("/sign-in/return");
        var half = SessionCookie.of(asked);
        assertThat(mvc.get().uri("/settings").cookie(half)).hasRedirectedUrl("/sign-in");
        assertThat(mvc.post().uri("/sign-in/return").cookie(half).with(csrf())).hasRedirectedUrl("/");
        assertThat(accounts.find(somebody.id()).orElseThrow().active()).isTrue();
    }

    @Test
    void afterFourteenDaysNothingOfThemIsLeftAndTheAdminHasProof() {
        leaving.close(somebody.id());
        assertThatThrownBy(() -> leaving.erase(somebody.id())).isInstanceOf(IllegalStateException.class);
        clock.pass(Leaving.WAY_BACK.plus(Duration.ofMinutes(1)));
        assertThat(leaving.due()).contains(somebody.id());
        leaving.erase(somebody.id());
        assertThat(leaving.due()).doesNotContain(somebody.id());
        assertThat(accounts.find(somebody.handle())).isEmpty();
        var columns = jdbc.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'public' and data_type in ('text', 'character varying')""").query(String.class).list();
        for (var column : columns) {
            var table = column.substring(0, column.indexOf('.'));
            var name = column.substring(column.indexOf('.') + 1);
            assertThat(jdbc.sql("select count(*) from \"" + table + "\" where \"" + name + "\" like ?")
                            .param("%" + somebody.handle() + "%")
                            .query(Integer.class)
                            .single())
                    .as(column)
                    .isZero();
        }
        assertThat(leaving.proofs())
                .anySatisfy(proof -> assertThat(proof.receipt()).contains("videos 0"));
        assertThat(signIn()).hasStatusOk();
    }

    /** Whoever adds a column that leads to an account says here whether it goes or stays. */
    @Test
    void everyColumnThatLeadsToAnAccountIsEmptiedOrStaysForAReason() {
        var columns = jdbc.sql("""
                        select distinct k.table_name || '.' || k.column_name
                        from information_schema.referential_constraints r
                        join information_schema.key_column_usage k using (constraint_schema, constraint_name)
                        join information_schema.table_constraints t
                          on t.constraint_schema = r.unique_constraint_schema and t.constraint_name = r.unique_constraint_name
                        where t.table_name = 'account'""").query(String.class).list();
        var known = new TreeSet<>(STAYS.keySet());
        known.addAll(GOES.keySet());
        assertThat(new TreeSet<>(columns)).isEqualTo(known);

        var keeper = accounts.find("keeper").orElseThrow().id();
        var film = UUID.randomUUID();
        var said = UUID.randomUUID();
        write("""
                insert into video (id, author, model, prompt, language, film, clean, poster, width, height, seconds, sound, placeholder,
                  seed, created_at, likes, comments, deleted_at, erased_at)
                values (:film, :other, 'm', '', 'en', cast(:film as text), cast(:film as text), cast(:film as text), 9, 16, 1, false, 0,
                  1, now(), 9, 9, now(), now())""", keeper, film, said);
        write(
                "insert into comment (id, video, author, text, language, created_at) values (:said, :film, :other, '…', 'en', now())",
                keeper,
                film,
                said);
        write(
                "insert into odai (id, title, words, tag, begins_at, ends_at) values (:film, 't', '', 't', 'epoch', timestamptz 'epoch' + interval '1 day')",
                keeper,
                film,
                said);
        GOES.values().forEach(row -> write(row, keeper, film, said));
        assertThat(GOES.keySet())
                .allSatisfy(column -> assertThat(rows(column)).as(column).isPositive());

        leaving.close(somebody.id());
        clock.pass(Leaving.WAY_BACK.plus(Duration.ofMinutes(1)));
        leaving.erase(somebody.id());
        assertThat(GOES.keySet())
                .allSatisfy(column -> assertThat(rows(column)).as(column).isZero());
        jdbc.sql("delete from odai where id = ?").param(film).update();
        jdbc.sql("delete from video where id = ?").param(film).update();
    }

    private void write(String row, UUID other, UUID film, UUID said) {
        jdbc.sql(row)
                .param("me", somebody.id())
                .param("id", UUID.randomUUID())
                .param("other", other)
                .param("film", film)
                .param("said", said)
                .update();
    }

    private int rows(String column) {
        int dot = column.indexOf('.');
        return jdbc.sql("select count(*) from " + column.substring(0, dot) + " where " + column.substring(dot + 1)
                        + " = ?")
                .param(somebody.id())
                .query(Integer.class)
                .single();
    }

    private static Map<String, String> goes() {
        var goes = new LinkedHashMap<String, String>();
        goes.put(
                "api_key.account_id",
                "insert into api_key (id, account_id, name, prefix, hash, scopes, created_at) values (:id, :me, 'k', 'p', cast(:id as text), '{}', now())");
        goes.put(
                "api_act.account_id",
                "insert into api_act (account_id, token, body_hash, answer, created_at) values (:me, 't', 'h', '{}', now())");
        goes.put(
                "api_order.account_id",
                "insert into api_order (id, account_id, token, body_hash, video_id, created_at) values (:id, :me, 't', 'h', :id, now())");
        goes.put(
                "sent_film.account_id",
                "insert into sent_film (video_id, account_id, hash, face, created_at) values (:id, :me, 'h', false, now())");
        goes.put(
                "webhook_endpoint.account_id",
                "insert into webhook_endpoint (id, account_id, url, secret, events, created_at) values (:id, :me, 'u', 's', '{}', now())");
        goes.put(
                "archive_export.account_id",
                "insert into archive_export (id, account_id, state, asked_at) values (:id, :me, 'FAILED', now())");
        goes.put(
                "archive_import.account_id",
                "insert into archive_import (id, account_id, state, name, asked_at) values (:id, :me, 'FAILED', 'n', now())");
        goes.put(
                "imported_video.account_id",
                "insert into imported_video (account_id, origin, video_id, detail) values (:me, 'o', :film, '{}')");
        goes.put(
                "cameo_challenge.account",
                "insert into cameo_challenge (id, account, words, expires_at) values (:id, :me, 'w', now())");
        goes.put(
                "feed_less.account",
                "insert into feed_less (account, video, author, tags, created_at) values (:me, :film, :other, '{}', now())");
        goes.put(
                "feed_less.author",
                "insert into feed_less (account, video, author, tags, created_at) values (:other, :film, :me, '{}', now())");
        goes.put(
                "feed_steer.account",
                "insert into feed_steer (id, account, phrase, tokens, more, created_at) values (:id, :me, 'p', '{}', true, now())");
        goes.put("feed_wish.account", "insert into feed_wish (account) values (:me)");
        goes.put(
                "feedback.account_id",
                "insert into feedback (id, account_id, words, page, state, written_at) values (:id, :me, 'w', '/', 'OPEN', now())");
        goes.put(
                "reference_image.account_id",
                "insert into reference_image (key, account_id, width, height, created_at) values (repeat('0', 32) || '.jpg', :me, 1, 1, now())");
        goes.put("turn.account_id", "insert into turn (account_id, served, next) values (:me, 0, 0)");
        goes.put(
                "branch_review.account_id", "insert into branch_review (account_id, suspended_at) values (:me, now())");
        goes.put(
                "queue_filter.account_id",
                "insert into queue_filter (id, account_id, name, query) values (:id, :me, 'n', 'q')");
        goes.put("trusted_author.account_id", "insert into trusted_author (account_id, since) values (:me, now())");
        goes.put(
                "notification.account_id",
                "insert into notification (id, account_id, kind, happened_at) values (:id, :me, 'FOLLOWED', now())");
        goes.put(
                "notification.actor_id",
                "insert into notification (id, account_id, kind, actor_id, topic, happened_at, read_at, told_at) values (:id, :other, 'FOLLOWED', :me, :id, now(), now(), now())");
        goes.put(
                "notification_choice.account_id",
                "insert into notification_choice (account_id, kind, app, push, mail) values (:me, 'LIKED', true, true, true)");
        goes.put(
                "notification_quiet.account_id",
                "insert into notification_quiet (account_id, begins, ends, zone) values (:me, '22:00', '07:00', 'UTC')");
        goes.put(
                "push_subscription.account_id",
                "insert into push_subscription (id, account_id, endpoint, key, secret, created_at) values (:id, :me, cast(:id as text), 'k', 's', now())");
        goes.put("privacy.account", "insert into privacy values (:me, 'FOUND', 'NOBODY')");
        goes.put(
                "odai_vote.account",
                "insert into odai_vote (odai, account, video, created_at) values (:film, :me, :film, now())");
        goes.put(
                "old_handle.account_id",
                "insert into old_handle (handle, skeleton, account_id, left_at) values (cast(:id as text), cast(:id as text), :me, now())");
        goes.put(
                "email_link.account_id",
                "insert into email_link (hash, account_id, email, made_at, expires_at) values (cast(:id as text), :me, 'e', now(), now())");
        goes.put(
                "oidc_identity.account_id",
                "insert into oidc_identity (id, account_id, issuer, subject, label, linked_at) values (:id, :me, 'i', cast(:id as text), 'l', now())");
        goes.put(
                "one_time_link.account_id",
                "insert into one_time_link (hash, account_id, made_at, expires_at) values (cast(:id as text), :me, now(), now())");
        goes.put(
                "passkey.account_id",
                "insert into passkey (id, account_id, credential_id, public_key, signature_count, uv_initialized, backup_eligible, backup_state, label, created_at) values (:id, :me, uuid_send(:id), 'k', 0, true, true, true, 'l', now())");
        goes.put("recovery_code.account_id", "insert into recovery_code (account_id, hash) values (:me, 'h')");
        goes.put(
                "sign_in.account_id",
                "insert into sign_in (id, account_id, way, agent, network, happened_at) values (:id, :me, 'PASSWORD', 'a', 'n', now())");
        goes.put("totp.account_id", "insert into totp (account_id, secret, created_at) values (:me, 's', now())");
        goes.put("block.blocked", "insert into block (blocker, blocked, created_at) values (:other, :me, now())");
        goes.put("block.blocker", "insert into block (blocker, blocked, created_at) values (:me, :other, now())");
        goes.put("bookmark.account", "insert into bookmark (account, video, created_at) values (:me, :film, now())");
        goes.put(
                "collection.account",
                "insert into collection (id, account, name, created_at) values (:id, :me, 'n', now())");
        goes.put(
                "comment_like.account",
                "insert into comment_like (account, comment, created_at) values (:me, :said, now())");
        goes.put("follow.followed", "insert into follow (follower, followed, created_at) values (:other, :me, now())");
        goes.put("follow.follower", "insert into follow (follower, followed, created_at) values (:me, :other, now())");
        goes.put("mute.muted", "insert into mute (muter, muted, created_at) values (:other, :me, now())");
        goes.put("mute.muter", "insert into mute (muter, muted, created_at) values (:me, :other, now())");
        goes.put(
                "video_like.account", "insert into video_like (account, video, created_at) values (:me, :film, now())");
        goes.put(
                "video_view.account",
                "insert into video_view (account, video, seconds, created_at) values (:me, :film, 1, now())");
        goes.put("coach_silence.account_id", "insert into coach_silence (account_id, rule) values (:me, 'r')");
        goes.put(
                "comparison.account_id",
                "insert into comparison (id, account_id, blind, created_at) values (:id, :me, true, now())");
        goes.put(
                "film_wish.account_id",
                "insert into film_wish (group_id, account_id, title, visibility, prompt_shown) values (:id, :me, 't', 'PRIVATE', true)");
        goes.put("library_mark.account_id", "insert into library_mark (video, account_id) values (:film, :me)");
        goes.put(
                "library_shelf.account_id",
                "insert into library_shelf (id, account_id, name, created_at) values (:id, :me, 'n', now())");
        goes.put(
                "prompt_draft.account_id",
                "insert into prompt_draft (id, account_id, text, model, aspect, seconds, lines, sound, takes, on_desk, updated_at) values (:id, :me, 't', 'm', 'PORTRAIT', 5, 720, true, 1, true, now())");
        goes.put(
                "prompt_preset.account_id",
                "insert into prompt_preset (id, account_id, name, text, created_at) values (:id, :me, 'n', 't', now())");
        return goes;
    }

    @Test
    void whoeverGivesARoleStandsInTheLogWithWhomTheyGaveIt() {
        var keeper = accounts.find("keeper").orElseThrow();
        accounts.give(somebody.id(), Role.MODERATOR, keeper.id(), "She knows the rules best");
        assertThat(jdbc.sql(
                                "select subject || ', ' || detail from audit_entry where act = 'account.act.role' and about_id = ? and actor_id = ?")
                        .params(somebody.id(), keeper.id())
                        .query(String.class)
                        .list())
                .containsExactly("MEMBER → MODERATOR, She knows the rules best");
    }

    @Test
    @Transactional
    void theLastAdminStays() {
        jdbc.sql("update account set role = 'MEMBER' where role = 'ADMIN' and handle <> 'keeper'")
                .update();
        var keeper = accounts.find("keeper").orElseThrow();
        assertThat(leaving.wouldLeaveNobody(keeper)).isTrue();
        assertThat(leaving.wouldLeaveNobody(somebody)).isFalse();
    }

    private MvcTestResult close(jakarta.servlet.http.Cookie session, String password) {
        return mvc.post()
                .uri("/settings/closure")
                .remoteAddress("198.51.100.41")
                .cookie(session)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult signIn() {
        return mvc.post()
                .uri("/sign-in")
                .remoteAddress("198.51.100.40")
                .param("username", somebody.handle())
                .param("password", PASSWORD)
                .with(csrf())
                .exchange();
    }
}
