package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** From the link on the console of a fresh instance to the ticket of the second person. */
@ExtendWith(OutputCaptureExtension.class)
@Journey
@TestPropertySource(properties = {"emaki.admin.handle=", "emaki.admin.email=", "emaki.admin.password="})
class JoinJourneyTests {
    private static final Pattern LINK = Pattern.compile("first run: open http://localhost:\\d+(/setup/\\S+)");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{6}");
    private static final String PASSWORD = "four seats by the river";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private static @Nullable String code;

    @BeforeEach
    void anAdminSetsEmakiUp(CapturedOutput console) {
        if (code != null) {
            return;
        }
        var link = LINK.matcher(console.getAll());
        assertThat(link.find()).isTrue();
        Screen.all().forEach(screen -> {
            try (var stranger = new Visitor(port, screen)) {
                stranger.opens("/studio");
                stranger.arrivesAt("/setup");
                stranger.sees("account.setup.waiting");
                stranger.opens(link.group(1));
                stranger.sees("account.setup.who");
            }
        });
        try (var admin = new Visitor(port, Screen.desk(Locale.ENGLISH))) {
            admin.opens(link.group(1));
            admin.fills("account.handle", "admin");
            admin.fills("account.email", "admin@example.com");
            admin.fills("account.password", "short");
            admin.presses("account.setup.finish");
            admin.sees("account.password.short");
            admin.fills("account.password", PASSWORD);
            admin.page().getByLabel(admin.says("account.setup.sample")).uncheck();
            admin.presses("account.setup.finish");
            admin.arrivesAt("/invites/welcome");
            admin.sees("invite.opened");
            code = admin.page().locator(".ticket__code").innerText();
        }
        assertThat(code).matches(CODE);
        try (var admin = new Visitor(port, Screen.phone(Locale.JAPANESE))) {
            admin.signsIn("admin", PASSWORD);
            admin.opens("/admin/invites");
            admin.fills("invite.issue.note", "夏の集まり");
            admin.fills("invite.issue.seats", "12");
            admin.presses("invite.issue");
            admin.sees("invite.issued.list");
        }
        try (var late = new Visitor(port, Screen.desk(Locale.ENGLISH))) {
            late.expects(404);
            late.opens(link.group(1));
            late.sees("account.setup.spent");
        }
    }

    @OnEveryScreen
    void aSecondPersonSitsDown(Screen screen) {
        var admins = Objects.requireNonNull(code);
        try (var guest = new Visitor(port, screen)) {
            guest.opens("/join/" + admins.toLowerCase(Locale.ROOT));
            guest.arrivesAt("/sign-up");
            guest.fills("account.handle", screen.toString());
            guest.fills("account.email", screen + "@example.com");
            guest.fills("account.password", PASSWORD);
            guest.presses("account.signUp");
            guest.arrivesAt("/join/" + admins);
            assertThat(guest.field("invite.join.label")).hasValue(admins);

            guest.opens("/studio");
            guest.arrivesAt("/join");

            guest.fills("invite.join.label", admins.startsWith("22") ? "333333" : "222222");
            guest.presses("invite.join.sit");
            guest.sees("invite.refused.wrong");

            guest.fills(
                    "invite.join.label",
                    " " + admins.substring(0, 3) + "-" + admins.substring(3).toLowerCase(Locale.ROOT));
            guest.presses("invite.join.sit");
            guest.arrivesAt("/invites/welcome");
            var own = guest.page().locator(".ticket__code").innerText();
            assertThat(own).matches(CODE).isNotEqualTo(admins);
            assertThat(guest.page().locator(".seat--taken")).hasCount(0);
            assertThat(guest.page().locator(".seat")).hasCount(4);

            guest.opens("/invites");
            guest.sees("invite.seats.none");

            guest.opens("/settings");
            guest.fills("account.displayName", "はる " + screen);
            guest.sends("account.settings.keep");
            guest.opens("/settings");
            assertThat(guest.field("account.displayName")).hasValue("はる " + screen);
        }
        assertThat(jdbc.sql("select standing from account where handle = ?")
                        .param(screen.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("ACTIVE");
    }
}
