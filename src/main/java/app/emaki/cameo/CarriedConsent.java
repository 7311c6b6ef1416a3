package app.emaki.cameo;

import app.emaki.account.Viewer;
import app.emaki.cameo.CameoUses.Carried;
import app.emaki.cameo.ConsentMissing.Ground;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said of the likenesses in a film goes with every copy of it that comes in again. */
@Component
@Transactional
public class CarriedConsent {
    private static final Set<Standing> ASKABLE = Set.of(Standing.ALLOWED, Standing.ASK, Standing.ASKED);

    private final CameoUses uses;
    private final CameoQuery query;
    private final ApplicationEventPublisher events;

    CarriedConsent(CameoUses uses, CameoQuery query, ApplicationEventPublisher events) {
        this.uses = uses;
        this.query = query;
        this.events = events;
    }

    /**
     * Writes the likenesses of some films down as those of a copy. What its owner was allowed there they are allowed here, for as long
     * as they are there; where it may be the film of another it waits for a yes of its own.
     *
     * @param words that the copy came with
     * @throws ConsentMissing when somebody said no to one of these films, or is not to be asked by this owner
     */
    public void carry(Viewer owner, UUID copy, String words, Collection<UUID> films) {
        var cameos = uses.carried(films).stream().map(Carried::cameo).collect(Collectors.toSet());
        if (cameos.isEmpty()) {
            return;
        }
        uses.lock(cameos);
        // read again behind the lock: a no may have come before it
        var before = uses.carried(films).stream().collect(Collectors.groupingBy(Carried::cameo));
        query.all(owner.id(), cameos).stream()
                .filter(cameo -> before.containsKey(cameo.id()))
                .forEach(cameo -> carry(owner, copy, words, cameo, before.getOrDefault(cameo.id(), List.of())));
    }

    /** Whether somebody else appears in one of these films. */
    @Transactional(readOnly = true)
    public boolean others(Viewer viewer, Collection<UUID> films) {
        var cameos = uses.carried(films).stream().map(Carried::cameo).collect(Collectors.toSet());
        return query.all(viewer.id(), cameos).stream().anyMatch(cameo -> !cameo.own());
    }

    private void carry(Viewer owner, UUID copy, String words, CameoView cameo, List<Carried> before) {
        if (cameo.own() && !cameo.barred()) {
            own(owner, copy, words, cameo, before);
            return;
        }
        if (cameo.barred() || before.stream().anyMatch(Carried::refused)) {
            throw new ConsentMissing(cameo, Ground.NONE);
        }
        var allowed = allowed(owner, before);
        if (allowed.isPresent()) {
            uses.copy(allowed.get().id(), copy);
        } else if (ASKABLE.contains(cameo.standing())) {
            uses.bring(owner.id(), cameo, copy, words, original(owner, before));
        } else {
            throw new ConsentMissing(cameo, Ground.NONE);
        }
        events.publishEvent(new CameoUsed(cameo.id(), cameo.owner(), owner.id(), copy, allowed.isEmpty()));
    }

    /**
     * The use whose consent a copy may have: of the owner's one film, or of the last where each has the one before it in it. One film
     * that they may show says nothing of another that the copy may be as well, and which of them it is nobody knows.
     */
    private static Optional<Carried> allowed(Viewer owner, List<Carried> before) {
        if (!before.stream().allMatch(it -> it.allowedTo(owner.id()))) {
            return Optional.empty();
        }
        var parts = before.stream().map(Carried::within).collect(Collectors.toSet());
        var last = before.stream().filter(it -> !parts.contains(it.video())).toList();
        return last.size() == 1 ? Optional.of(last.getFirst()) : Optional.empty();
    }

    /** The film of another before one of the owner's: a no to it is a no to the copy. */
    private static UUID original(Viewer owner, List<Carried> before) {
        return before.stream()
                .filter(it -> !it.allowedTo(owner.id()))
                .findFirst()
                .orElse(before.getFirst())
                .video();
    }

    /** Of somebody who deleted their cameo since, their film is no use of it any more. */
    private void own(Viewer owner, UUID copy, String words, CameoView cameo, List<Carried> before) {
        if (cameo.standing() == Standing.ALLOWED) {
            var original = before.getFirst().video();
            uses.bring(owner.id(), cameo, copy, words, original);
        }
    }
}
