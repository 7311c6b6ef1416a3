package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import java.time.Duration;
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
