package app.emaki.api;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.social.Comments;
import app.emaki.social.Follows;
import app.emaki.social.Privacy;
import app.emaki.social.Privacy.Circle;
import app.emaki.social.Privacy.Part;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who may see what of a person: the rule against everybody, and that pages, API and Atom go by it. */
@EmakiTest
class PrivacyTests {
    private static final String WORDS = "I paint herons";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    TestVideos stage;

    @Autowired
    Follows follows;

    @Autowired
    Privacy privacy;

    @Autowired
    Comments comments;

    @Autowired
    ApiPeople programs;

    @Autowired
    JdbcClient jdbc;

    Viewer owner;
    Viewer follower;
    Viewer followed;
    Viewer member;
    Viewer moderator;

    @BeforeEach
    void people() {
        owner = stage.member("ow");
        accounts.describe(owner.id(), owner.handle(), WORDS);
        follower = stage.member("fo");
        followed = stage.member("fd");
        member = stage.member("me");
        moderator = stage.member("mo");
        jdbc.sql("update account set role = 'MODERATOR' where id = ?")
                .param(moderator.id())
                .update();
        follows.follow(follower, owner.id());
        follows.follow(owner, followed.id());
    }

    @Test
    void everyPartForEveryCircleMeetsEverybodyAsItShould() {
        var wrong = new ArrayList<String>();
        for (var part : Part.values()) {
            for (var circle : part.circles()) {
                choose(part, circle);
                viewers().forEach((name, viewer) -> {
                    var expected = expected(part, circle, name);
                    if (privacy.allows(part, owner.id(), viewer == null ? null : viewer.id()) != expected) {
                        wrong.add(part + " for " + circle + " is not " + expected + " to a " + name);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPartIsNotOpenedWiderThanItGoes() {
        choose(Part.MENTIONS, Circle.NOBODY);
        choose(Part.MENTIONS, Circle.WORLD);
        assertThat(privacy.of(owner.id())).containsEntry(Part.MENTIONS, Circle.NOBODY);
    }

    @Test
    void thePageOpensAsItsOwnerWishesAndSoDoAtomAndTheApi() {
        stage.published(owner, Visibility.EVERYONE, "Heron at dawn");
        var key = programs.key(member);
        assertThat(mvc.get().uri("/@" + owner.handle() + "/atom")).hasStatusOk();
        assertThat(page(member)).contains(WORDS, "Heron at dawn", "/atom");
        assertThat(api(key)).contains(WORDS);
        assertThat(list(key)).contains("Heron at dawn");

        choose(Part.PROFILE, Circle.MEMBERS);
        assertThat(mvc.get().uri("/@" + owner.handle() + "/atom")).hasStatus(404);
        assertThat(page(member)).contains(WORDS).doesNotContain("/atom");

        choose(Part.PROFILE, Circle.FOLLOWERS);
        assertThat(mvc.get().uri("/@" + owner.handle() + "/atom")).hasStatus(404);
        assertThat(page(member)).doesNotContain(WORDS, "Heron at dawn").contains("shows this page to followers");
        assertThat(page(follower)).contains(WORDS, "Heron at dawn");
        assertThat(page(owner)).contains(WORDS);
        assertThat(page(moderator)).contains(WORDS);
        assertThat(api(key)).doesNotContain(WORDS).contains(owner.handle());
        assertThat(list(key)).doesNotContain("Heron at dawn");
        assertThat(mvc.get().uri("/most-remixed?by=" + owner.handle()).with(signedInAs(member)))
                .hasStatus(404);
        for (var list : new String[] {"followers", "following"}) {
            assertThat(mvc.get().uri("/@" + owner.handle() + "/" + list).with(signedInAs(member)))
                    .hasStatus(404);
        }
    }

    @Test
    void aListThatIsHiddenIsNotReadFromItsOtherEnd() {
        assertThat(circle(owner, "followers", member)).contains(follower.handle());
        assertThat(circle(followed, "followers", member)).contains(owner.handle());

        choose(Part.FOLLOWED, Circle.NOBODY);
        assertThat(circle(owner, "following", member)).isEqualTo("404");
        assertThat(circle(followed, "followers", member)).doesNotContain(owner.handle());
        // whom it concerns knows of it anyway
        assertThat(circle(followed, "followers", followed)).contains(owner.handle());
        assertThat(circle(owner, "following", owner)).contains(followed.handle());

        choose(Part.FOLLOWERS, Circle.FOLLOWERS);
        assertThat(circle(owner, "followers", member)).isEqualTo("404");
        assertThat(circle(owner, "followers", follower)).contains(follower.handle());
        assertThat(circle(follower, "following", member)).doesNotContain(owner.handle());
        assertThat(circle(follower, "following", follower)).contains(owner.handle());
    }

    @Test
    void searchFindsWhoWantsToBeFound() {
        assertThat(search(member)).contains("/@" + owner.handle());
        choose(Part.FOUND, Circle.NOBODY);
        assertThat(search(member)).doesNotContain("/@" + owner.handle());
        assertThat(search(follower)).doesNotContain("/@" + owner.handle());
        choose(Part.FOUND, Circle.FOLLOWERS);
        assertThat(search(follower)).contains("/@" + owner.handle());
        assertThat(search(member)).doesNotContain("/@" + owner.handle());
        // an address finds nobody
        assertThat(mvc.get().uri("/search").param("q", address(owner)).with(signedInAs(follower)))
                .bodyText()
                .doesNotContain("href=\"/@" + owner.handle());
    }

    @Test
    void aNameThatMayNotBeCalledIsPlainText() {
        var film = stage.published(stage.member("fi"), Visibility.EVERYONE, "A pond");
        choose(Part.MENTIONS, Circle.FOLLOWED);
        comments.post(member, film, "see @" + owner.handle(), null);
        assertThat(named()).isZero();
        comments.post(followed, film, "see this, @" + owner.handle(), null);
        assertThat(named()).isEqualTo(1);
    }

    private int named() {
        return jdbc.sql("select count(*) from notification where account_id = ? and kind = 'MENTIONED'")
                .param(owner.id())
                .query(Integer.class)
                .single();
    }

    private static boolean expected(Part part, Circle circle, String viewer) {
        if (viewer.equals("owner") || viewer.equals("moderator") && part != Part.MENTIONS) {
            return true;
        }
        return switch (circle) {
            case WORLD -> true;
            case MEMBERS -> !viewer.equals("stranger");
            case FOLLOWERS -> viewer.equals("follower");
            case FOLLOWED -> viewer.equals("followed");
            case NOBODY -> false;
        };
    }

    private Map<String, @Nullable Viewer> viewers() {
        var viewers = new LinkedHashMap<String, @Nullable Viewer>();
        viewers.put("stranger", null);
        viewers.put("member", member);
        viewers.put("follower", follower);
        viewers.put("followed", followed);
        viewers.put("moderator", moderator);
        viewers.put("owner", owner);
        return viewers;
    }

    private void choose(Part part, Circle circle) {
        assertThat(mvc.put()
                        .uri("/settings/privacy")
                        .param(part.name(), circle.name())
                        .with(signedInAs(owner))
                        .with(csrf()))
                .hasRedirectedUrl("/settings/privacy");
    }

    private String page(Viewer viewer) {
        return body("/@" + owner.handle(), viewer);
    }

    private String circle(Viewer of, String list, Viewer viewer) {
        return body("/@" + of.handle() + "/" + list, viewer).replaceAll("(?s).*<main(.*)</main>.*", "$1");
    }

    private String address(Viewer viewer) {
        return jdbc.sql("select email from account where id = ?")
                .param(viewer.id())
                .query(String.class)
                .single();
    }

    private String search(Viewer viewer) {
        return body("/search?q=@" + owner.handle(), viewer);
    }

    private String body(String path, Viewer viewer) {
        var answer = mvc.get().uri(path).with(signedInAs(viewer)).exchange();
        return answer.getResponse().getStatus() == 200
                ? text(answer)
                : "" + answer.getResponse().getStatus();
    }

    private String api(String key) {
        return text(mvc.get()
                .uri("/api/v1/people/" + owner.handle())
                .header("Authorization", "Bearer " + key)
                .exchange());
    }

    private String list(String key) {
        return text(mvc.get()
                .uri("/api/v1/feed?author=" + owner.handle())
                .header("Authorization", "Bearer " + key)
                .exchange());
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
