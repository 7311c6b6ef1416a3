package app.emaki.moderation;

import app.emaki.platform.Settings;
import org.springframework.stereotype.Component;

/** What the admin decided about moderating: which films wait, whether bans take two, whether the numbers are public. */
@Component
class House {
    private static final String REVIEW = "moderation.review";
    private static final String FACES = "moderation.faces";
    private static final String TWO = "moderation.two-for-a-ban";
    private static final String OPEN = "moderation.open-numbers";

    private final Settings settings;

    House(Settings settings) {
        this.settings = settings;
    }

    Review review() {
        return settings.find(REVIEW).map(Review::valueOf).orElse(Review.OFF);
    }

    /** Whether films that begin with the face of somebody who lent no cameo wait for a person; they do unless the admin says otherwise. */
    boolean facesWait() {
        return settings.find(FACES).map(Boolean::valueOf).orElse(true);
    }

    /** Whether a ban takes a second person. */
    boolean twoForABan() {
        return on(TWO);
    }

    /** Whether everybody may see how much is reported and decided. */
    boolean openNumbers() {
        return on(OPEN);
    }

    void change(Review review, boolean facesWait, boolean twoForABan, boolean openNumbers) {
        settings.put(REVIEW, review.name());
        settings.put(FACES, String.valueOf(facesWait));
        settings.put(TWO, String.valueOf(twoForABan));
        settings.put(OPEN, String.valueOf(openNumbers));
    }

    private boolean on(String name) {
        return settings.find(name).map(Boolean::valueOf).orElse(false);
    }

    /** Which films wait for a person before others see them. */
    enum Review {
        OFF,
        /** Those of people who have had fewer than three films passed. */
        NEWCOMERS,
        ALL
    }
}
