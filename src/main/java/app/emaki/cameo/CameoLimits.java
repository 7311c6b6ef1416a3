package app.emaki.cameo;

import app.emaki.platform.AdminAct;
import app.emaki.platform.Settings;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The limits on cameos, as the admin has set them. */
@Component
public class CameoLimits {
    private static final String IN_A_FILM = "cameo.in-a-film";
    private static final String CHARACTERS = "cameo.characters";

    private final Settings settings;
    private final ApplicationEventPublisher events;

    CameoLimits(Settings settings, ApplicationEventPublisher events) {
        this.settings = settings;
        this.events = events;
    }

    /** Likenesses in one film. */
    public int inAFilm() {
        return settings.find(IN_A_FILM).map(Integer::valueOf).orElse(2);
    }

    /** Characters that one account may keep, beside the person. */
    public int characters() {
        return settings.find(CHARACTERS).map(Integer::valueOf).orElse(12);
    }

    /** Changes them, which is written into the log of the house. */
    @Transactional
    public void change(UUID by, int inAFilm, int characters) {
        var before = words();
        settings.put(IN_A_FILM, String.valueOf(Math.clamp(inAFilm, 1, 4)));
        settings.put(CHARACTERS, String.valueOf(Math.clamp(characters, 0, 100)));
        events.publishEvent(new AdminAct(by, "cameo.act.limits", before + " → " + words(), ""));
    }

    private String words() {
        return "in a film " + inAFilm() + ", characters " + characters();
    }
}
