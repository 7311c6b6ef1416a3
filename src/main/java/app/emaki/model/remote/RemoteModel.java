package app.emaki.model.remote;

import app.emaki.model.Aspect;
import app.emaki.model.Capabilities;
import app.emaki.model.Input;
import app.emaki.model.ModelOffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private static final List<Integer> EIGHT_SECONDS = List.of(8);

    ModelOffer offer(String backend, Dialect dialect) {
        var takes = inputs.stream()
                .filter(dialect.inputs()::contains)
                .filter(it -> lack(dialect, it) == null)
                .collect(Collectors.toUnmodifiableSet());
        var can = new Capabilities(
                aspects, lengths, lines, sound, seed, negativePrompt, takes, dialect.progress(), dialect.cancel());
        return new ModelOffer(id, name, backend, can, credits, pace);
    }

    /**
     * What stands in the way of sending something to this model, so that nothing is offered that would get lost.
     *
     * @return the end of a message, {@code model.form.…}; null when nothing does
     */
    @Nullable
    String lack(Dialect dialect, Input input) {
        return switch (input) {
            case FIRST_FRAME -> dialect.templated() && !this.input.contains("{first_frame}") ? "frame" : null;
            case REFERENCE, CHARACTER -> {
                boolean byTemplate = dialect.templated() || dialect == Dialect.SGLANG && input == Input.CHARACTER;
                if (byTemplate && InputTemplate.parse(this.input).pictures() == 0) {
                    yield "references";
                }
                // Veo takes such pictures for films of eight seconds alone
                yield dialect == Dialect.VEO && !lengths.equals(EIGHT_SECONDS) ? "eight" : null;
            }
            case REMIX, EXTEND -> null;
        };
    }
}
