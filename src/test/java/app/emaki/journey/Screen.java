package app.emaki.journey;

import java.util.Locale;
import java.util.stream.Stream;

/** What somebody looks at Emaki with, and in which language. */
public record Screen(Device device, Locale language) {

    /** A phone and a desk, each in Japanese and in English. */
    public static Stream<Screen> all() {
        return Stream.of(Device.values())
                .flatMap(device -> Stream.of(Locale.JAPANESE, Locale.ENGLISH).map(language -> new Screen(device, language)));
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

    /** Width and height in CSS pixels. */
    public enum Device {
        PHONE(390, 844),
        DESK(1440, 900);

        final int width;
        final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }
}
