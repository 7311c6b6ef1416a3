package app.emaki.account;

import app.emaki.account.Instance.Kind;
import app.emaki.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what the admin chose at set-up; read on every page, so held in memory until it changes. */
@Component
public class Instances {
    private static final String NAME = "instance.name";
    private static final String LANGUAGE = "instance.language";
    private static final String KIND = "instance.kind";

    private final Settings settings;
    private volatile @Nullable Instance known;

    Instances(Settings settings) {
        this.settings = settings;
    }

    /** The instance as it is now. */
    public Instance current() {
        var instance = known;
        if (instance == null) {
            instance = new Instance(
                    settings.find(NAME).orElse("Emaki"),
                    settings.find(LANGUAGE).orElse("en"),
                    settings.find(KIND).map(Kind::valueOf).orElse(Kind.FRIENDS));
            known = instance;
        }
        return instance;
    }

    /** Changes the instance, for this and every later page. */
    public void change(Instance instance) {
        settings.put(NAME, instance.name());
        settings.put(LANGUAGE, instance.language());
        settings.put(KIND, instance.kind().name());
        known = instance;
    }
}
