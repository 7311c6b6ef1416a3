package app.emaki.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** The film that another one is a second try at, and the remedy that was taken up. */
@Embeddable
class Retry {
    @Column(name = "retry_of", updatable = false)
    private UUID of;

    @Enumerated(EnumType.STRING)
    @Column(name = "retry_remedy", updatable = false)
    private Remedy remedy;

    @SuppressWarnings("NullAway.Init")
    protected Retry() {}

    Retry(UUID of, Remedy remedy) {
        this.of = of;
        this.remedy = remedy;
    }
}
