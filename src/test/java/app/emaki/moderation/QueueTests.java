package app.emaki.moderation;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.cameo.TestCameos;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.moderation.Decision.Verdict;
import app.emaki.platform.PublicId;
import app.emaki.video.Publication;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How moderators keep up with much: filters, many at once, letters; and what does not come back. */
@EmakiTest
class QueueTests {
    private static final int TILES = 6;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos stage;

    @Autowired
    TestCameos people;

    @Autowired
    Accounts accounts;

    @Autowired
    Videos videos;

    @Autowired
    Moderation moderation;

    @Autowired
    Decisions decisions;

    @Autowired
    House house;

    @Autowired
    MediaStore store;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    Viewer reporter;
    Viewer author;
    Viewer judge;

    @BeforeEach
    void somebody() {
        reporter = people.member("re");
        author = people.member("au");
        judge = accounts.find("keeper").orElseThrow();
    }

    @AfterEach
    void theHouseAsItWas() {
        house.change(House.Review.OFF, true, false, false);
    }

    @Test
    void aFilterIsKeptUnderANameForItsModeratorAlone() {
        var filter = "kind=VIDEO&rule=SPAM&by=" + author.handle();
        var other = moderator();
        assertThat(send(judge, "POST", "/admin/moderation/filters?" + filter, "name", "Spam of one"))
                .hasRedirectedUrl("/admin/moderation?" + filter);
        var id = jdbc.sql("select id from queue_filter where account_id = ? and name = 'Spam of one'")
                .param(judge.id())
                .query(UUID.class)
                .single();
        assertThat(page(judge, "/admin/moderation")).bodyText().contains("Spam of one");
        assertThat(page(other, "/admin/moderation")).bodyText().doesNotContain("Spam of one");

        send(other, "DELETE", "/admin/moderation/filters/" + PublicId.of(id));
        assertThat(page(judge, "/admin/moderation")).bodyText().contains("Spam of one");
        send(judge, "DELETE", "/admin/moderation/filters/" + PublicId.of(id));
        assertThat(page(judge, "/admin/moderation")).bodyText().doesNotContain("Spam of one");
    }

    @Test
    void aFilterShowsWhatItNamesAndNothingElse() {
        var film = film("Buy cheap watches");
        var matter = report(film, Rule.SPAM);
        var elsewhere = report(film("Something else"), Rule.HATE);

        assertThat(page(judge, "/admin/moderation?rule=SPAM&by=" + author.handle()))
                .bodyText()
                .contains("matter=" + PublicId.of(matter))
                .doesNotContain("matter=" + PublicId.of(elsewhere));
    }

    @Test
    void theRuleOfADecisionAndThatOfTheFilterAreTwo() {
        var film = film("Buy hateful watches");
        var matter = report(film, Rule.SPAM);

        assertThat(send(
                        judge,
                        "POST",
                        "/admin/moderation/matters/" + PublicId.of(matter) + "/decision?rule=SPAM&by="
                                + author.handle(),
                        "outcome",
                        "WARN",
                        "ground",
                        "HATE",
                        "words",
                        ""))
                .hasRedirectedUrl("/admin/moderation?rule=SPAM&by=" + author.handle());
        assertThat(jdbc.sql("select rule from decision where matter_id = ?")
                        .param(matter)
                        .query(String.class)
                        .single())
                .isEqualTo("HATE");
        assertThat(send(
                        judge,
                        "POST",
                        "/admin/moderation/matters/" + PublicId.of(report(film, Rule.SPAM)) + "/decision?by="
                                + author.handle(),
                        "outcome",
                        "KEEP",
                        "ground",
                        "SPAM"))
                .hasRedirectedUrl("/admin/moderation?by=" + author.handle());
    }

    @Test
    void muchSpamGoesAtOnceButNotWhatAnotherLooksAt() {
        var one = film("Spam one");
        var two = film("Spam two");
        var three = film("Not mine to decide");
        var first = report(one, Rule.SPAM);
        var second = report(two, Rule.SPAM);
        var claimed = report(three, Rule.SPAM);
        moderation.claim(moderator(), claimed);

        assertThat(mvc.post()
                        .uri("/admin/moderation/spam")
                        .param("matter", PublicId.of(first), PublicId.of(second), PublicId.of(claimed), "nonsense")
                        .with(signedInAs(judge))
                        .with(csrf()))
                .hasRedirectedUrl("/admin/moderation");

        assertThat(videos.find(null, one)).isEmpty();
        assertThat(videos.find(null, two)).isEmpty();
        assertThat(videos.find(null, three)).isPresent();
    }

    @Test
    void reporterAndModeratorWriteToEachOtherAndBothReadTheOutcome() {
        var film = film("A rumour");
        var report = moderation.report(reporter, subject(film), Rule.MISLEADING, "I know the place");
        var matter = moderation.matter(subject(film), Rule.MISLEADING);
        var thread = "/reports/" + PublicId.of(report);

        send(reporter, "POST", thread + "/letters", "words", "It is a car park.");
        assertThat(page(judge, "/admin/moderation?matter=" + PublicId.of(matter)))
                .bodyText()
                .contains("It is a car park.");
        send(
                judge,
                "POST",
                "/admin/moderation/reports/" + PublicId.of(report) + "/letters",
                "matter",
                PublicId.of(matter),
                "words",
                "Since when?");
        assertThat(page(reporter, thread)).bodyText().contains("Since when?").doesNotContain("@" + judge.handle());
        assertThat(page(author, thread)).hasStatus(404);

        decisions.decide(judge, matter, Verdict.of(Outcome.WARN, Rule.MISLEADING, "Say that it is made up."));

        assertThat(page(reporter, thread)).bodyText().contains("A moderator warned its author.");
        assertThat(page(author, "/standing")).bodyText().contains("Say that it is made up.");
        assertThat(page(author, "/standing")).bodyText().doesNotContain("@" + reporter.handle());
    }

    @Test
    void ofManyWhoReportTheSameThingAtOnceEachIsHeardInOneMatter() throws Exception {
        var film = film("Seen by many");
        var voices = IntStream.range(0, 12).mapToObj(i -> people.member("vo")).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var heard : threads.invokeAll(voices.stream()
                    .map(voice -> (Callable<UUID>) () -> moderation.report(voice, subject(film), Rule.SPAM, ""))
                    .toList())) {
                assertThat(heard.get()).isNotNull();
            }
        }
        assertThat(jdbc.sql("select voices from matter where subject_id = ?")
                        .param(film)
                        .query(Integer.class)
                        .list())
                .containsExactly(12);
    }

    @Test
    void whereEverythingIsLookedAtFirstTheTrustedAloneAreNot() {
        house.change(House.Review.ALL, true, false, false);
        assertThat(publish(stage.draft(author))).as("waits").isTrue();

        send(judge, "PUT", "/admin/moderation/trusted/" + author.handle());
        assertThat(publish(stage.draft(author))).as("waits").isFalse();

        send(judge, "DELETE", "/admin/moderation/trusted/" + author.handle());
        assertThat(publish(stage.draft(author))).as("waits").isTrue();
        assertThat(publish(judge, stage.draft(judge))).as("who moderates").isFalse();
    }

    @Test
    void whatWasTakenDownDoesNotComeBackAsTheSameFileNorAsOneThatLooksLikeIt() throws IOException {
        var pictures = pictures(7);
        var film = dressed(author, "one film", pictures);
        publish(film);
        decisions.decide(judge, report(film, Rule.HATE), new Verdict(Outcome.REMOVE, Rule.HATE, "", false, 1, true));

        var same = dressed(reporter, "one film", pictures(99));
        var twin = dressed(reporter, "made anew", smaller(pictures));
        var part = dressed(reporter, "a part", pictures.getSubimage(0, 0, 4 * 160, 90));
        jdbc.sql("update video set strip_tiles = 4 where id = ?").param(part).update();
        var other = dressed(reporter, "another film", pictures(1234));

        assertThat(publish(reporter, same)).as("the same file waits").isTrue();
        assertThat(publish(reporter, twin)).as("a smaller copy waits").isTrue();
        assertThat(publish(reporter, part)).as("a part of it waits").isTrue();
        assertThat(publish(reporter, other)).as("another film does not").isFalse();
        assertThat(publish(judge, dressed(judge, "one film", pictures)))
                .as("who moderates brings it back no more than others")
                .isTrue();
        assertThat(page(accounts.find(otherAdmin()).orElseThrow(), "/admin/moderation?by=" + reporter.handle()))
                .hasStatusOk();
    }

    private String otherAdmin() {
        var handle = "qa"
                + PublicId.of(UUID.randomUUID())
                        .toLowerCase(java.util.Locale.ROOT)
                        .substring(8, 18);
        return accounts.registerAdmin(
                        handle.replaceAll("[^a-z0-9]", "x"), handle + "@example.org", "a long enough password")
                .handle();
    }

    private UUID film(String caption) {
        return stage.published(author, Visibility.EVERYONE, caption);
    }

    private Subject subject(UUID film) {
        return new Subject(Kind.VIDEO, film, author.id(), "A film");
    }

    private UUID report(UUID film, Rule rule) {
        moderation.report(reporter, subject(film), rule, "");
        return moderation.matter(subject(film), rule);
    }

    private boolean publish(UUID film) {
        return publish(author, film);
    }

    private boolean publish(Viewer who, UUID film) {
        return videos.publish(who, film, new Publication("A film", Visibility.EVERYONE, true));
    }

    /** A draft whose file holds these words, and whose pictures to seek by lie in the store. */
    private UUID dressed(Viewer who, String words, BufferedImage strip) throws IOException {
        var film = stage.draft(who);
        var file = Files.writeString(folder.resolve(film + ".mp4"), words);
        var pictures = folder.resolve(film + ".jpg");
        ImageIO.write(strip, "jpg", pictures.toFile());
        var clean = store.put(file, "video/mp4");
        var row = store.put(pictures, "image/jpeg");
        store.keep(java.util.List.<MediaKey>of(clean, row));
        jdbc.sql("update video set clean = ?, strip = ?, strip_tiles = ? where id = ?")
                .params(clean.value(), row.value(), TILES, film)
                .update();
        return film;
    }

    /** Six pictures side by side, of coarse patches that the seed puts there. */
    private static BufferedImage pictures(long seed) {
        var random = new Random(seed);
        var row = new BufferedImage(TILES * 160, 90, BufferedImage.TYPE_INT_RGB);
        var brush = row.createGraphics();
        for (int x = 0; x < row.getWidth(); x += 20) {
            for (int y = 0; y < row.getHeight(); y += 15) {
                int grey = random.nextInt(256);
                brush.setColor(new Color(grey, grey, grey));
                brush.fillRect(x, y, 20, 15);
            }
        }
        brush.dispose();
        return row;
    }

    private static BufferedImage smaller(BufferedImage row) {
        var small = new BufferedImage(row.getWidth() / 2, row.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        var brush = small.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(row, 0, 0, small.getWidth(), small.getHeight(), null);
        brush.dispose();
        return small;
    }

    private Viewer moderator() {
        var member = people.member("mo");
        jdbc.sql("update account set role = 'MODERATOR' where id = ?")
                .param(member.id())
                .update();
        return accounts.find(member.id()).orElseThrow();
    }

    private MvcTestResult page(Viewer who, String address) {
        return mvc.get().uri(address).with(signedInAs(who)).exchange();
    }

    private MvcTestResult send(Viewer who, String method, String address, String... pairs) {
        var request = mvc.method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(address)
                .with(signedInAs(who))
                .with(csrf());
        for (int i = 0; i < pairs.length; i += 2) {
            request = request.param(pairs[i], pairs[i + 1]);
        }
        return request.exchange();
    }
}
