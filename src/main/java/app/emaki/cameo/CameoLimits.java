package app.emaki.cameo;

import app.emaki.platform.Settings;
import org.springframework.stereotype.Component;

/** The limits on cameos, as the admin has set them. */
@Component
public class CameoLimits {
    private static final String IN_A_FILM = "cameo.in-a-film";
    private static final String CHARACTERS = "cameo.characters";

    private final Settings settings;

    CameoLimits(Settings settings) {
        this.settings = settings;
    }

    /** Likenesses in one film. */
    public int inAFilm() {
        return settings.find(IN_A_FILM).map(Integer::valueOf).orElse(2);
    }

    /** Characters that one account may keep, beside the person. */
    public int characters() {
        return settings.find(CHARACTERS).map(Integer::valueOf).orElse(12);
    }

    void change(int inAFilm, int characters) {
        settings.put(IN_A_FILM, String.valueOf(Math.clamp(inAFilm, 1, 4)));
        settings.put(CHARACTERS, String.valueOf(Math.clamp(characters, 0, 100)));
    }
}
