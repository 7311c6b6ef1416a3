package app.emaki.cameo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The likenesses in the film that stands before an ordered one in the same file, which is shown whenever that is. */
record Earlier(List<CameoUses.Use> uses) {
    /** There is no film before it. */
    static final Earlier NONE = new Earlier(List.of());

    /** Whether the person has still to say whether that film may be shown. */
    boolean waits(CameoView cameo) {
        return of(cameo).filter(use -> use.state().equals("PENDING")).isPresent();
    }

    /** Whether the person said yes to that very film, whatever its words, under the terms that stand now. */
    boolean agreed(CameoView cameo) {
        return of(cameo).filter(CameoUses.Use::covers).isPresent();
    }

    /** All the words of the whole film. */
    String words(CameoView cameo, String prompt) {
        var before = of(cameo)
                .map(use -> Stream.of(use.prompt()))
                .orElseGet(() -> uses.stream().map(CameoUses.Use::prompt).distinct());
        return Stream.concat(before.filter(words -> !words.isEmpty()), Stream.of(prompt))
                .collect(Collectors.joining("\n"));
    }

    private Optional<CameoUses.Use> of(CameoView cameo) {
        return uses.stream().filter(use -> use.cameo().equals(cameo.id())).findFirst();
    }
}
