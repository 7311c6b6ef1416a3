package app.emaki.studio;

import app.emaki.model.Aspect;
import app.emaki.studio.prompt.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Ready words for those who begin: phrases by what they are about, and whole prompts by what they are for. */
@Component
class Phrasebook {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Chips> chips = read("studio/chips.json", new TypeReference<>() {});
    private final List<Starter> starters = read("studio/starters.json", new TypeReference<>() {});

    /** Phrases that one touch puts into a part of the prompt. */
    record Chips(String group, Part part, List<Bilingual> phrases) {}

    /** A whole prompt to begin with, and the film that it is for. */
    record Starter(String id, String use, Aspect aspect, int seconds, Bilingual title, Bilingual text) {}

    List<Chips> chips() {
        return chips;
    }

    /** Ready styles, in the order of their addresses. */
    List<Bilingual> styles() {
        return phrases("style");
    }

    /** Ready words on what must not be seen, in the order of their addresses. */
    List<Bilingual> avoidances() {
        return phrases("avoid");
    }

    private List<Bilingual> phrases(String group) {
        return chips.stream()
                .filter(chip -> chip.group().equals(group))
                .flatMap(chip -> chip.phrases().stream())
                .toList();
    }

    List<Starter> starters() {
        return starters;
    }

    Optional<Starter> starter(String id) {
        return starters.stream().filter(starter -> starter.id().equals(id)).findFirst();
    }

    /** A phrase by the address that the page gives it, {@code group.number}. */
    Optional<Picked> phrase(String address) {
        return chips.stream()
                .filter(chip -> address.startsWith(chip.group() + "."))
                .flatMap(chip -> chip.phrases().stream()
                        .filter(phrase -> address.equals(
                                chip.group() + "." + chip.phrases().indexOf(phrase)))
                        .map(phrase -> new Picked(chip.part(), phrase)))
                .findFirst();
    }

    record Picked(Part part, Bilingual phrase) {}

    private static <T> List<T> read(String file, TypeReference<List<T>> type) {
        try (var stream = new ClassPathResource(file).getInputStream()) {
            return JSON.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
