package app.emaki.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Looks with axe-core for what keeps people out of a page. */
final class Barriers {
    // given as a function, for the content policy forbids to evaluate text
    private static final String AXE = "() => { " + source() + " }";
    private static final String SETTLED = """
            () => Promise.race([
              Promise.allSettled(document.getAnimations()
                .filter(animation => animation.effect?.getComputedTiming().endTime !== Infinity)
                .map(animation => animation.finished)),
              new Promise(resolve => setTimeout(resolve, 3000))])""";
    private static final String LOOK = """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(violation =>
              violation.nodes.map(node => `${violation.id} (${violation.help}): ${node.target} ${node.failureSummary}`))""";

    private Barriers() {}

    /** What axe-core finds, one sentence each; waits until nothing moves any more, for half a fade has no contrast. */
    @SuppressWarnings("unchecked")
    static List<String> on(Page page) {
        page.evaluate(SETTLED);
        page.evaluate(AXE);
        return (List<String>) page.evaluate(LOOK);
    }

    private static String source() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
