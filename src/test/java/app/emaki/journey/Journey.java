package app.emaki.journey;

import app.emaki.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A journey through the whole application as it runs for everybody: random port, real clock, workers on, set up with the
 * admin {@code keeper} (see {@code application-journey.yaml}). Journeys share the instance and its database, so each makes
 * people of its own:
 *
 * <pre>{@code
 * @Journey
 * class FeedJourneyTests {
 *     @LocalServerPort int port;
 *     @Autowired Accounts accounts;
 *
 *     @OnEveryScreen
 *     void aMemberWatches(Screen screen) {
 *         accounts.activate(accounts.register("watcher", "watcher@example.com", "a long walk home").id());
 *         try (var visitor = new Visitor(port, screen)) {
 *             visitor.signsIn("watcher", "a long walk home");
 *             visitor.opens("/latest");
 *             visitor.presses("feed.like");
 *             visitor.sees("feed.liked");
 *         }
 *     }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestDatabase.class)
@ActiveProfiles("journey")
public @interface Journey {}
