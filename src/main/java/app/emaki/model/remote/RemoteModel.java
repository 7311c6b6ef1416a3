package app.emaki.model.remote;

import app.emaki.model.Aspect;
import app.emaki.model.Capabilities;
import app.emaki.model.Input;
import app.emaki.model.ModelOffer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model on a backend of another machine.
 *
 * @param id stands in orders and in metadata here, one of its kind on this instance
 * @param remote what the backend calls it
 * @param name as shown
 * @param lengths in seconds, shortest first
 * @param lines of the shorter side, lowest first
 * @param credits price of each begun five seconds up to 720 lines
 * @param pace seconds that a second of film takes, a guess until renders tell better
 * @param input what the backend is sent beside the words, as a JSON template: see {@link InputTemplate}
 */
record RemoteModel(
        String id,
        String remote,
        String name,
        List<Integer> lengths,
        Set<Aspect> aspects,
        List<Integer> lines,
        boolean sound,
        boolean seed,
        boolean negativePrompt,
        Set<Input> inputs,
        int credits,
        double pace,
        String input) {
    /** What a model of another machine can be sent: no client hands on portraits and pictures of things. */
    static final Set<Input> SENT =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Input.CHARACTER, Input.REFERENCE)));

    ModelOffer offer(String backend, Dialect dialect) {
        var takes = inputs.stream().filter(SENT::contains).collect(Collectors.toUnmodifiableSet());
        var can = new Capabilities(
                aspects, lengths, lines, sound, seed, negativePrompt, takes, dialect.progress(), dialect.cancel());
        return new ModelOffer(id, name, backend, can, credits, pace);
    }
}
