package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.TestPost;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Addresses that are proven, changed and believed; letters go over real SMTP. */
@EmakiTest
class EmailTests {
    private static final String PASSWORD = "a letter under the door";
    private static final Pattern LINK = Pattern.compile("/sign-in/(?:email|password)/[\\w-]+");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    EmailAddresses addresses;

    @Autowired
    Leaving leaving;

    @Autowired
    TestPost.Office post;

    @Autowired
    TestClock.Settable clock;

    String handle = "";
    UUID id = new UUID(0, 0);

    @BeforeEach
    void somebody() {
        handle = "letter_" + PEOPLE.incrementAndGet();
        id = accounts.register(handle, handle + "@example.com", PASSWORD).id();
        accounts.activate(id);
    }

    @AfterEach
    void shut() {
        post.close();
    }

    @Test
    void whoSignsUpProvesTheirAddressByALinkThatWorksOnceAndWaitsForAPress() {
        post.open();
        var made = mvc.post()
                .uri("/sign-up")
                .remoteAddress("198.51.100.90")
                .param("handle", handle + "_n")
                .param("email", handle + "_n@example.com")
                .param("password", PASSWORD)
                .with(csrf())
                .exchange();
        assertThat(made).hasRedirectedUrl("/join");
        var newcomer = accounts.find(handle + "_n").orElseThrow().id();
        var letter = post.deliver().getLast();
        assertThat(letter.to()).isEqualTo(handle + "_n@example.com");
        assertThat(letter.words()).contains("@" + handle + "_n");
        var link = link(letter);

        // who waits for a code reaches it as well
        assertThat(mvc.get().uri(link).cookie(SessionCookie.of(made)))
                .bodyText()
                .contains("Is this your address?");
        assertThat(addresses.verified(newcomer)).isFalse();
        assertThat(mvc.post().uri(link).with(csrf())).hasStatusOk().bodyText().contains("Thank you");
        assertThat(addresses.verified(newcomer)).isTrue();
        assertThat(mvc.post().uri(link).with(csrf())).hasStatus(404);
        assertThat(mvc.get().uri(link)).hasStatus(404).bodyText().contains("does not open anything");
    }

    @Test
    void aNewAddressCountsOnceItsLinkIsOpenedAndTheOldOneIsTold() {
        post.open();
        addresses.prove(id, handle + "@example.com", "http://localhost", java.util.Locale.ENGLISH);
        mvc.post().uri(link(post.deliver().getLast())).with(csrf()).exchange();
        var here = signIn(handle + "@example.com");
        mvc.post()
                .uri("/sign-in/forgotten")
                .remoteAddress("198.51.100.91")
                .param("email", handle)
                .with(csrf())
                .exchange();
        var reset = link(post.deliver().getLast());
        assertThat(mvc.get().uri(reset)).hasStatusOk();

        assertThat(change(here, handle + "@elsewhere.example", "wrong wrong wrong"))
                .hasStatusOk()
                .bodyText()
                .contains("not your current password");
        assertThat(change(here, handle + "@elsewhere.example", PASSWORD)).hasRedirectedUrl("/settings/email");
        assertThat(accounts.email(id)).isEqualTo(handle + "@example.com");
        assertThat(addresses.verified(id)).isTrue();
        var letter = post.deliver().getLast();
        assertThat(letter.to()).isEqualTo(handle + "@elsewhere.example");
        assertThat(mvc.get().uri("/settings/email").cookie(here)).bodyText().contains(handle + "@elsewhere.example");

        assertThat(mvc.post().uri(link(letter)).with(csrf())).hasStatusOk();
        assertThat(accounts.email(id)).isEqualTo(handle + "@elsewhere.example");
        var told = post.deliver().getLast();
        assertThat(told.to()).isEqualTo(handle + "@example.com");
        assertThat(told.subject()).isEqualTo("Your address was changed");
        // a link for a new password that lies where the old address is read
        assertThat(mvc.get().uri(reset)).hasStatus(404);
        assertThat(signIn(handle + "@elsewhere.example")).isNotNull();
    }

    @Test
    void aLinkIsOverAfterADayAndWhenItIsCalledOffOrFollowedByAnother() {
        post.open();
        var here = signIn(handle);
        change(here, handle + "@one.example", PASSWORD);
        var one = link(post.deliver().getLast());
        change(here, handle + "@two.example", PASSWORD);
        var two = link(post.deliver().getLast());
        assertThat(mvc.post().uri(one).with(csrf())).hasStatus(404);
        assertThat(mvc.delete().uri("/settings/email/verification").cookie(here).with(csrf()))
                .hasRedirectedUrl("/settings/email");
        assertThat(mvc.post().uri(two).with(csrf())).hasStatus(404);
        change(here, handle + "@three.example", PASSWORD);
        var three = link(post.deliver().getLast());
        clock.pass(EmailAddresses.GOOD_FOR.plus(Duration.ofMinutes(1)));
        assertThat(mvc.post().uri(three).with(csrf())).hasStatus(404);
        assertThat(addresses.forgetOld()).isPositive();
        assertThat(accounts.email(id)).isEqualTo(handle + "@example.com");
    }

    @Test
    void nobodyTakesAnAddressThatAnotherHas() {
        post.open();
        var here = signIn(handle);
        var other = handle + "_o";
        change(here, other + "@example.com", PASSWORD);
        var link = link(post.deliver().getLast());
        accounts.register(other, other + "@example.com", PASSWORD);
        assertThat(mvc.post().uri(link).with(csrf())).hasStatus(409).bodyText().contains("Another account has");
        assertThat(accounts.email(id)).isEqualTo(handle + "@example.com");
        assertThat(change(here, other + "@example.com", PASSWORD)).bodyText().contains("Another account has");
    }

    @Test
    void aNewPasswordByALinkThatWasSentProvesTheAddress() {
        post.open();
        mvc.post()
                .uri("/sign-in/forgotten")
                .remoteAddress("198.51.100.96")
                .param("email", handle)
                .with(csrf())
                .exchange();
        var link = link(post.deliver().getLast());
        assertThat(addresses.verified(id)).isFalse();

        assertThat(mvc.post()
                        .uri(link)
                        .param("password", "a kettle on the stove")
                        .with(csrf()))
                .hasRedirectedUrl("/sign-in");

        assertThat(addresses.verified(id)).isTrue();
        assertThat(mvc.post()
                        .uri(link)
                        .param("password", "a kettle on the stove")
                        .with(csrf()))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNewPasswordCallsOffANewAddressThatSomebodyElseAskedFor(boolean forgotten) {
        post.open();
        var here = signIn(handle);
        change(here, handle + "@intruder.example", PASSWORD);
        var theirs = link(post.deliver().getLast());
        forgot();
        var reset = link(post.deliver().getLast());
        if (forgotten) {
            mvc.post()
                    .uri(reset)
                    .param("password", "a kettle on the stove")
                    .with(csrf())
                    .exchange();
        } else {
            assertThat(mvc.put()
                            .uri("/settings/password")
                            .cookie(here)
                            .param("current", PASSWORD)
                            .param("password", "a kettle on the stove")
                            .with(csrf()))
                    .hasRedirectedUrl("/settings/security");
        }
        assertThat(mvc.post().uri(theirs).with(csrf())).hasStatus(404);
        assertThat(mvc.get().uri(reset)).hasStatus(404);
        assertThat(accounts.email(id)).isEqualTo(handle + "@example.com");
    }

    @Test
    void whoIsSuspendedOrHasLeftAndMayComeBackGetsALetterToo() {
        post.open();
        accounts.suspend(id);
        forgot();
        assertThat(mvc.get().uri(link(post.deliver().getLast()))).hasStatusOk();
        accounts.reinstate(id);
        leaving.close(id);
        forgot();
        var link = link(post.deliver().getLast());
        assertThat(mvc.post()
                        .uri(link)
                        .param("password", "a kettle on the stove")
                        .with(csrf()))
                .hasRedirectedUrl("/sign-in");
        assertThat(leaving.mayReturn(id)).isTrue();
    }

    private void forgot() {
        mvc.post()
                .uri("/sign-in/forgotten")
                .remoteAddress("198.51.100.97")
                .param("email", handle)
                .with(csrf())
                .exchange();
    }

    @Test
    void noLetterLeadsToWhereAStrangerSaysThisPlaceIs() {
        post.open();
        var keeper = SessionCookie.of(mvc.post()
                .uri("/sign-in")
                .with(named("house.example"))
                .remoteAddress("198.51.100.95")
                .param("username", "keeper")
                .param("password", "keeper of the test house")
                .with(csrf())
                .exchange());
        assertThat(keeper).isNotNull();

        mvc.post()
                .uri("/sign-in/forgotten")
                .with(named("evil.example"))
                .remoteAddress("198.51.100.94")
                .param("email", handle)
                .with(csrf())
                .exchange();
        assertThat(post.deliver().getLast().words())
                .contains("http://house.example/")
                .doesNotContain("evil.example");
        mvc.post()
                .uri("/sign-up")
                .with(named("evil.example"))
                .remoteAddress("198.51.100.94")
                .param("handle", handle + "_h")
                .param("email", handle + "_h@example.com")
                .param("password", PASSWORD)
                .with(csrf())
                .exchange();
        assertThat(post.deliver().getLast().words())
                .contains("http://house.example/")
                .doesNotContain("evil.example");
        signIn(handle);
        mvc.post()
                .uri("/sign-in")
                .with(named("evil.example"))
                .remoteAddress("198.51.100.95")
                .param("username", handle)
                .param("password", PASSWORD)
                .with(csrf())
                .exchange();
        change(signIn(handle), handle + "@elsewhere.example", PASSWORD);
        assertThat(post.deliver().getLast().words()).contains("http://house.example/");
    }

    private static RequestPostProcessor named(String host) {
        return request -> {
            request.setServerName(host);
            return request;
        };
    }

    @Test
    void oneAccountAsksForFiveLettersAnHourAndOneAddressGetsNoMore() {
        post.open();
        var here = signIn(handle);
        for (int i = 0; i < 5; i++) {
            assertThat(change(here, "pelted-" + handle + "@example.com", PASSWORD))
                    .hasRedirectedUrl("/settings/email");
        }
        assertThat(change(here, "pelted-" + handle + "@example.com", PASSWORD)).hasStatus(429);
        assertThat(change(here, "another-" + handle + "@example.com", PASSWORD)).hasStatus(429);
        var target = "pelted-" + handle + "@example.com";
        somebody();
        assertThat(change(signIn(handle), target, PASSWORD)).hasStatus(429);
    }

    @Test
    void whereNoLettersAreSentAnAddressIsBelievedWithThePassword() {
        var here = signIn(handle);
        assertThat(mvc.get().uri("/settings/email").cookie(here))
                .bodyText()
                .contains("this Emaki sends no letters")
                .doesNotContain("Send the link");
        assertThat(change(here, handle + "@elsewhere.example", "wrong wrong wrong"))
                .hasStatusOk();
        assertThat(change(here, handle + "@elsewhere.example", PASSWORD)).hasRedirectedUrl("/settings/email");
        assertThat(accounts.email(id)).isEqualTo(handle + "@elsewhere.example");
        assertThat(addresses.verified(id)).isFalse();
    }

    private static String link(TestPost.Letter letter) {
        var found = LINK.matcher(letter.words());
        assertThat(found.find()).as(letter.words()).isTrue();
        return found.group();
    }

    private MvcTestResult change(Cookie session, String email, String password) {
        return mvc.put()
                .uri("/settings/email")
                .cookie(session)
                .remoteAddress("198.51.100.92")
                .param("email", email)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private Cookie signIn(String login) {
        return SessionCookie.of(mvc.post()
                .uri("/sign-in")
                .remoteAddress("198.51.100.93")
                .param("username", login)
                .param("password", PASSWORD)
                .with(csrf())
                .exchange());
    }
}
