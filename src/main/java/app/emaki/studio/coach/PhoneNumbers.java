package app.emaki.studio.coach;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds phone numbers that exist as numbers: written as in Japan or America, or with a country code. */
final class PhoneNumbers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int TRIES = 20;

    private PhoneNumbers() {}

    static List<Note.Span> in(String text) {
        return text.chars().filter(Character::isDigit).count() < 7
                ? List.of()
                : Stream.of("JP", "US")
                        .flatMap(region -> in(text, region))
                        .distinct()
                        .toList();
    }

    private static Stream<Note.Span> in(String text, String region) {
        var found = NUMBERS.findNumbers(text, region, Leniency.VALID, TRIES);
        return StreamSupport.stream(found.spliterator(), false).map(match -> new Note.Span(match.start(), match.end()));
    }
}
