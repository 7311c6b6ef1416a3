package app.emaki.account;

import app.emaki.platform.Settings;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first run: one admin, one instance, and sample content if it is wished. All of it or nothing. */
@Component
@Transactional
class Setup {
    private static final String SAMPLE_CONTENT = "setup.sample-content";

    private final SetupLink link;
    private final Accounts accounts;
    private final Instances instances;
    private final Settings settings;
    private final ApplicationEventPublisher events;

    Setup(SetupLink link, Accounts accounts, Instances instances, Settings settings, ApplicationEventPublisher events) {
        this.link = link;
        this.accounts = accounts;
        this.instances = instances;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Finishes the set-up that the token opened.
     *
     * @throws TokenUsed when the token is not, or no longer, the one that opens the set-up
     */
    Viewer finish(String token, NewAccount admin, Instance instance, boolean sampleContent) {
        if (accounts.hasAdmin() || !link.use(token)) {
            throw new TokenUsed();
        }
        var viewer = accounts.registerAdmin(admin.handle(), admin.email(), admin.password());
        instances.change(instance);
        if (sampleContent) {
            wishForSampleContent(viewer.id());
        }
        return viewer;
    }

    /** Asks for sample content, unless it was asked for before. */
    void wishForSampleContent(UUID admin) {
        if (settings.find(SAMPLE_CONTENT).isEmpty()) {
            settings.put(SAMPLE_CONTENT, "wished");
            events.publishEvent(new SampleContentWished(admin));
        }
    }

    static class TokenUsed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
