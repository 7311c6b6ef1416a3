package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.cameo.CameoView;
import app.emaki.cameo.Cameos;
import app.emaki.cameo.Mentions;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.studio.prompt.PromptWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people and characters whom a member may cast, as they stand beside the prompt. */
@Component
class Troupe {
    /** Where a name was, with the comma or the space before it, or the comma after the first of several. */
    private static final Pattern GAP =
            Pattern.compile("(?:[,、，][ \\t]*|[ \\t](?=\\x00(?![,、，])))\\x00|\\x00(?:[,、，][ \\t]*)?");

    private final Cameos cameos;

    Troupe(Cameos cameos) {
        this.cameos = cameos;
    }

    /** Whom the viewer could cast, and who is in the prompt already. */
    Cast of(Viewer viewer, String prompt) {
        var named = Mentions.in(prompt);
        var most = cameos.most();
        boolean full = named.size() >= most;
        return new Cast(
                cameos.castable(viewer).stream()
                        .map(cameo -> Role.of(cameo, named.contains(cameo.handle()), full))
                        .toList(),
                most,
                full);
    }

    /** The draft with somebody in its cast, or without them if they were in it. */
    Draft casting(Viewer viewer, Draft draft, String handle, PromptLanguage reader) {
        return of(viewer, draft.text()).roles().stream()
                .filter(role -> role.handle().equals(handle) && role.open())
                .findFirst()
                .map(role -> draft.saying(role.in() ? without(draft, handle, reader) : with(draft, handle, reader)))
                .orElse(draft);
    }

    private static String with(Draft draft, String handle, PromptLanguage reader) {
        var language = PromptLanguage.of(draft.text(), reader);
        var parts = PromptReader.read(draft.text());
        var now = parts.text(Part.CAST);
        var name = "@" + handle;
        return PromptWriter.write(parts.with(Part.CAST, now.isEmpty() ? name : language.join(now, name)), language);
    }

    private static String without(Draft draft, String handle, PromptLanguage reader) {
        var marked = Mentions.replace(draft.text(), named -> named.equals(handle) ? "\0" : null);
        var text = GAP.matcher(marked).replaceAll("");
        return PromptWriter.write(PromptReader.read(text), PromptLanguage.of(text, reader));
    }

    /**
     * Whom a film may show.
     *
     * @param most of them in one film
     * @param full whether as many are in the prompt
     */
    record Cast(List<Role> roles, int most, boolean full) {}

    /**
     * One of them.
     *
     * @param portrait of one's own alone; null for others, whose portraits nobody sees
     * @param asksEach whether each film waits for a yes before it is shown
     * @param in whether the prompt names them
     * @param open whether pressing changes anything
     */
    record Role(String handle, String name, @Nullable String portrait, boolean asksEach, boolean in, boolean open) {
        static Role of(CameoView cameo, boolean in, boolean full) {
            return new Role(
                    cameo.handle(),
                    cameo.name(),
                    cameo.own() ? "/cameo/" + cameo.id() + "/portrait" : null,
                    cameo.asksEach() && !cameo.own(),
                    in,
                    in || !full);
        }
    }
}
