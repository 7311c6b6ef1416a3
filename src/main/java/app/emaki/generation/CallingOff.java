package app.emaki.generation;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends a job that its owner no longer wants: for the owner at once, and then with the backend as well as that can. */
@Component
class CallingOff {
    private final LeasedWrites writes;
    private final Farewells farewells;
    private final Clock clock;

    CallingOff(LeasedWrites writes, Farewells farewells, Clock clock) {
        this.writes = writes;
        this.farewells = farewells;
        this.clock = clock;
    }

    void step(Claim claim) {
        writes.write(claim, it -> it.abandon(Failure.CANCELLED, "", clock.instant()));
        farewells.say(claim.generation(), claim.node());
    }
}
