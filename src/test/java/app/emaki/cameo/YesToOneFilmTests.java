package app.emaki.cameo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Viewer;
import app.emaki.generation.GenerationRefused;
import app.emaki.generation.Generations;
import app.emaki.video.Publication;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A yes for one film is taken by one order, shows one film, and belongs to it whatever is asked and answered later. */
@EmakiTest
class YesToOneFilmTests {
    private static final Publication SHOWN = new Publication("", Visibility.EVERYONE, false);

    @Autowired
    TestCameos stage;

    @Autowired
    Videos videos;

    @Autowired
    Consents consents;

    @Autowired
    Generations generations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Settable clock;

    Viewer person;
    Viewer author;
    UUID cameo;

    @BeforeEach
    void aYes() {
        person = stage.member("haru");
        author = stage.member("aoi");
        cameo = stage.person(person, Level.APPROVED);
        say("once");
    }

    @Test
    void askingForASecondFilmLeavesTheFirstItsYes() {
        var first = made();
        clock.pass(Duration.ofMinutes(1));
        consents.ask(author, cameo, "And one more");
        videos.publish(author, first, SHOWN);
        assertThat(videos.find(null, first)).isPresent();
        stage.change(person, cameo, Level.APPROVED, false, null, true);
        assertThat(videos.find(null, first)).as("other words, same terms").isPresent();

        consents.answer(person.id(), cameo, author.id(), false, false);
        assertThat(videos.find(null, first)).as("a no to the second").isPresent();
        videos.unpublish(author, first);
        videos.publish(author, first, SHOWN);
        assertThat(videos.find(null, first)).isPresent();
        assertThatThrownBy(() -> stage.order(author, person)).isInstanceOf(GenerationRefused.class);

        consents.revoke(person.id(), cameo, author.id());
        assertThat(videos.find(null, first)).isEmpty();
    }

    @Test
    void eachOfTwoFilmsHasAYesOfItsOwn() {
        var first = made();
        clock.pass(Duration.ofMinutes(1));
        consents.ask(author, cameo, "");
        say("once");
        var second = made();
        videos.publish(author, second, SHOWN);
        videos.publish(author, first, SHOWN);
        assertThat(videos.find(null, first)).isPresent();
        assertThat(videos.find(null, second)).isPresent();
        assertThatThrownBy(() -> stage.order(author, person)).isInstanceOf(GenerationRefused.class);
    }

    @Test
    void aNoInPlaceOfAYesKeepsItsFilmUnshown() {
        var first = made();
        consents.answer(person.id(), cameo, author.id(), false, false);
        assertThatThrownBy(() -> videos.publish(author, first, SHOWN)).isInstanceOf(ConsentMissing.class);
    }

    @Test
    void aFilmOfTheDaysWhenNoYesWasNeededTakesTheYesItIsShownUnder() {
        stage.change(person, cameo, Level.EVERYONE, false, null, false);
        var films = List.of(made(), made());
        stage.change(person, cameo, Level.APPROVED, false, null, false);
        videos.publish(author, films.getFirst(), SHOWN);
        assertThatThrownBy(() -> videos.publish(author, films.getLast(), SHOWN))
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        missing -> assertThat(missing.ground()).isEqualTo(ConsentMissing.Ground.WAITING));
        assertThat(state(films.getLast())).as("and its person is asked").isEqualTo("PENDING");
        assertThat(told(person)).contains("CAMEO_WAITS");
    }

    @Test
    void ofManyOrdersAtOnceOneTakesTheYes() throws Exception {
        for (int round = 0; round < 4; round++) {
            var taken = together(4, () -> stage.order(author, person));
            assertThat(taken).as("round %d", round).hasSize(1);
            assertThat(uses()).isEqualTo(round + 1);
            clock.pass(Duration.ofMinutes(1));
            consents.ask(author, cameo, "");
            say("once");
        }
    }

    @Test
    void ofTheTakesOfOneOrderThatAreShownAtOnceOneIsSeen() throws Exception {
        var takes =
                generations
                        .submit(
                                author,
                                TestCameos.request("A portrait of @" + person.handle())
                                        .times(3))
                        .stream()
                        .map(this::film)
                        .toList();
        takes.forEach(take -> stage.finish(author, take));
        var waiting = takes.iterator();
        together(3, () -> {
            UUID mine;
            synchronized (waiting) {
                mine = waiting.next();
            }
            videos.publish(author, mine, SHOWN);
            return mine;
        });
        assertThat(takes)
                .filteredOn(take -> videos.find(null, take).isPresent())
                .hasSize(1);
        assertThat(takes).extracting(this::state).containsOnlyOnce("ALLOWED").contains("PENDING");
    }

    private UUID made() {
        var film = stage.order(author, person);
        stage.finish(author, film);
        return film;
    }

    /** What came of the same thing done by several at once; what consent forbade is left out. */
    private static <T> List<T> together(int many, Callable<T> thing) throws Exception {
        var start = new CyclicBarrier(many);
        try (var all = Executors.newFixedThreadPool(many)) {
            List<Callable<T>> calls = Collections.nCopies(many, () -> {
                start.await();
                return thing.call();
            });
            var done = new ArrayList<T>();
            for (Future<T> one : all.invokeAll(calls)) {
                try {
                    done.add(one.get());
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOfAny(GenerationRefused.class, ConsentMissing.class);
                }
            }
            return done;
        }
    }

    private void say(String answer) {
        jdbc.sql("""
                        insert into cameo_grant (id, cameo, account, state, once, asked_at) values (uuidv7(), ?, ?, 'ASKED', false, now())
                        on conflict do nothing""").params(cameo, author.id()).update();
        consents.answer(person.id(), cameo, author.id(), true, answer.equals("once"));
    }

    private UUID film(UUID generation) {
        return jdbc.sql("select video_id from generation where id = ?")
                .param(generation)
                .query(UUID.class)
                .single();
    }

    private String state(UUID film) {
        return jdbc.sql("select state from cameo_use where video = ?")
                .param(film)
                .query(String.class)
                .single();
    }

    private int uses() {
        return jdbc.sql("select count(*) from cameo_use where cameo = ?")
                .param(cameo)
                .query(Integer.class)
                .single();
    }

    private List<String> told(Viewer viewer) {
        return jdbc.sql("select kind from notification where account_id = ?")
                .param(viewer.id())
                .query(String.class)
                .list();
    }
}
