package app.emaki.journey;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody looks at Emaki with, and in which language. */
public record Screen(Device device, Locale language) {

    /** A phone and a desk, each in Japanese and in English. */
    public static Stream<Screen> all() {
        return Stream.of(Device.values())
                .flatMap(device ->
                        Stream.of(Locale.JAPANESE, Locale.ENGLISH).map(language -> new Screen(device, language)));
    }

    public static Screen phone(Locale language) {
        return new Screen(Device.PHONE, language);
    }

    public static Screen desk(Locale language) {
        return new Screen(Device.DESK, language);
    }

    /** Short and fit for a handle: {@code phone_ja}. */
    @Override
    public String toString() {
        return device.name().toLowerCase(Locale.ROOT) + "_" + language.getLanguage();
    }

    /** Width and height in CSS pixels; phones are looked at in the dark, desks in daylight, so that both papers are seen. */
    public enum Device {
        PHONE(390, 844, ColorScheme.DARK),
        DESK(1440, 900, ColorScheme.LIGHT);

        final int width;
        final int height;
        final ColorScheme paper;

        Device(int width, int height, ColorScheme paper) {
            this.width = width;
            this.height = height;
            this.paper = paper;
        }
    }
}
