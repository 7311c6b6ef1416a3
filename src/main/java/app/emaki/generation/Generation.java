package app.emaki.generation;

import app.emaki.model.Fetched;
import app.emaki.model.ModelOffer;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.Source;
import app.emaki.model.Submission;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One take of a film, from order to end. Each change is one method that throws on an illegal step; only those that every film
 * takes in a crowd are single statements, of {@link Admission} and {@link Departures}.
 */
@Entity
class Generation {
    private static final Duration HEAD_START = Duration.ofMinutes(1);
    private static final int RENDERED = 90;
    /** More than any progress that a backend tells while it is at work. */
    private static final int ANNOUNCED = RENDERED + 1;

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID accountId;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private int take;

    @Enumerated(EnumType.STRING)
    private State state;

    private String model;
    private String backend;
    private String configuration;

    @Embedded
    private Commission commission;

    private int credits;
    private int charged;

    @Embedded
    private @Nullable Retry retry;

    private UUID videoId;
    private int progress;
    private List<String> flags;

    @Embedded
    private Errand errand;

    @Embedded
    private Lease lease;

    private boolean cancelAsked;

    @Enumerated(EnumType.STRING)
    private @Nullable Failure failure;

    private @Nullable String failureDetail;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant admittedAt;
    private @Nullable Instant progressedAt;
    private @Nullable Instant renderedAt;
    private @Nullable Instant masteringAt;
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected Generation() {}

    Generation(
            UUID id,
            UUID account,
            UUID group,
            int take,
            GenerationRequest order,
            ModelOffer offer,
            String configuration,
            long seed,
            int credits,
            UUID video,
            @Nullable Retry retry,
            Instant now) {
        this.id = id;
        this.accountId = account;
        this.groupId = group;
        this.take = take;
        this.state = State.QUEUED;
        this.model = offer.id();
        this.backend = offer.backend();
        this.configuration = configuration;
        this.commission = new Commission(order, seed);
        this.credits = credits;
        this.retry = retry;
        this.videoId = video;
        this.flags = List.of();
        this.errand = new Errand();
        this.lease = new Lease();
        this.createdAt = now;
    }

    /** Whoever lost the lease must not write: another worker may have taken the job over. */
    void requireLease(long fence) {
        if (!lease.heldAs(fence)) {
            throw new LeaseLost(id);
        }
    }

    /** Lets go of the job; anyone may take its next step from then on. */
    void release(Instant next) {
        // whoever called it off shall not wait for the next look at the backend
        lease.release(state.ended() ? null : cancelAsked ? createdAt : next);
    }

    /** The submit certainly did not arrive, or was turned away: it may be sent again. */
    void notSent() {
        require(State.RUNNING);
        errand.notSent();
    }

    /** The backend has it. */
    void accepted(Submission submission, Instant now) {
        require(State.RUNNING, State.UNKNOWN);
        state = State.RUNNING;
        errand.accepted(submission.remoteId());
        progressedAt = now;
    }

    /** Sent, and nobody can tell whether it arrived. */
    void unclear() {
        require(State.RUNNING);
        if (errand.remoteId() == null) {
            // else the answer came after all, while we made up our mind
            state = State.UNKNOWN;
        }
    }

    /** A backend inside a process of ours forgot the job when that process ended; nothing is rendering, so it may start over. */
    void forgotten(Instant now) {
        require(State.RUNNING);
        errand.forgotten();
        progress = 0;
        // however long nobody ran it: its time counts from here
        admittedAt = now;
    }

    /** The backend has not begun: the time without progress counts from when it does. */
    void waiting(Instant now) {
        require(State.RUNNING);
        errand.answered();
        progressedAt = now;
    }

    /** At work, and how far it is nobody tells. */
    void working() {
        require(State.RUNNING);
        errand.answered();
    }

    /** Progress of rendering in percent; it never moves back. */
    void progressed(int percent, Instant now) {
        require(State.RUNNING);
        errand.answered();
        int scaled = Math.clamp(percent, 0, 100) * RENDERED / 100;
        if (scaled > progress) {
            progress = scaled;
            progressedAt = now;
        }
    }

    /** There is a film, says the backend; the first time that it says so, what was asked in vain before counts no more. */
    void announced(Instant now) {
        require(State.RUNNING);
        if (progress < ANNOUNCED) {
            errand.answered();
            progress = ANNOUNCED;
            progressedAt = now;
        }
    }

    /** A call that only asks failed; it will be made again. */
    void askedInVain() {
        errand.askedInVain();
    }

    /** A mistake of our own broke a step off. */
    void stumbled() {
        errand.stumbled();
    }

    /** The result lies in our own store. */
    void rendered(String raw, Fetched fetched, Instant now) {
        require(State.RUNNING);
        state = State.MASTERING;
        errand.fetched(raw, fetched);
        progress = Math.max(progress, RENDERED);
        renderedAt = now;
    }

    /** Counts the tries, so that a file that kills whoever opens it is not opened for ever. */
    void mastering(Instant now) {
        require(State.MASTERING);
        errand.mastering();
        masteringAt = now;
    }

    /** It broke off through no fault of the film's; whether its file had been opened by then. */
    void masteredInVain(boolean opened) {
        require(State.MASTERING);
        errand.masteredInVain(opened);
    }

    void succeed(int charged, List<String> flags, Instant now) {
        require(State.MASTERING);
        state = State.SUCCEEDED;
        this.charged = Math.min(charged, credits);
        this.flags = List.copyOf(flags);
        progress = 100;
        end(now);
    }

    void fail(Failure failure, String detail, Instant now) {
        require(State.QUEUED, State.RUNNING, State.MASTERING, State.UNKNOWN);
        state = failure == Failure.CANCELLED ? State.CANCELLED : State.FAILED;
        this.failure = failure;
        this.failureDetail = detail;
        end(now);
    }

    /** As {@link #fail}, while its backend may be at it: whoever ends it says so there, and if that fails, others do later. */
    void abandon(Failure failure, String detail, Instant now) {
        fail(failure, detail, now);
        errand.stop(now.plus(HEAD_START));
    }

    /** Its owner wants no more of it: at once while queued, at the worker's next step otherwise. */
    void callOff(Instant now) {
        if (state == State.QUEUED) {
            fail(Failure.CANCELLED, "", now);
        } else if (!state.ended()) {
            cancelAsked = true;
            lease.hurry(now);
        }
    }

    private void end(Instant now) {
        finishedAt = now;
        lease.release(null);
    }

    /** An admin's word that it has ended, whatever its backend still does. */
    void giveUp(String reason, Instant now) {
        fail(Failure.BACKEND_ERROR, reason, now);
        errand.stop(now);
    }

    /** Nobody shall wait any longer for the worker that had it; one that masters it now is not disturbed. */
    void hurry(Instant now) {
        boolean atIt = state == State.MASTERING && lease.holds(now);
        if (lease.goesOn() && !atIt) {
            release(now);
        }
    }

    private void require(State... expected) {
        if (!List.of(expected).contains(state)) {
            throw new IllegalStateException("Generation " + id + " is " + state + ", not " + List.of(expected));
        }
    }

    RenderRequest renderRequest(@Nullable Source source, List<Picture> pictures) {
        return commission.renderRequest(id, model, source, pictures);
    }

    GenerationRequest again(Prompt prompt, int seconds, int lines) {
        return commission.again(model, prompt, seconds, lines);
    }

    GenerationView view(@Nullable Integer place, @Nullable Long estimateSeconds, @Nullable WaitsFor waitsFor) {
        return new GenerationView(
                id,
                groupId,
                take,
                state,
                progress,
                model,
                commission.prompt(),
                commission.aspect(),
                commission.seconds(),
                commission.lines(),
                commission.sound(),
                commission.seed(),
                state.ended() ? charged : credits,
                place,
                estimateSeconds,
                waitsFor,
                failure,
                failure == Failure.POLICY ? failureDetail : null,
                state == State.SUCCEEDED ? videoId : null,
                commission.remixOf(),
                commission.way(),
                commission.references(),
                flags,
                cancelAsked,
                createdAt,
                finishedAt);
    }

    /** Whether its time is up; a clock that only runs while it is rendered. */
    boolean overdue(Duration overall, Instant now) {
        return admittedAt != null && now.isAfter(admittedAt.plus(overall));
    }

    /** Whether nothing moved for so long. */
    boolean stalled(Duration patience, Instant now) {
        return progressedAt != null && now.isAfter(progressedAt.plus(patience));
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    State state() {
        return state;
    }

    String model() {
        return model;
    }

    String backend() {
        return backend;
    }

    String configuration() {
        return configuration;
    }

    /** What was ordered. */
    Commission commission() {
        return commission;
    }

    /** What passed between us and its backend. */
    Errand errand() {
        return errand;
    }

    UUID videoId() {
        return videoId;
    }

    int progress() {
        return progress;
    }

    boolean cancelAsked() {
        return cancelAsked;
    }

    /** How long each part of the way took; empty for parts that it never reached. */
    Durations durations() {
        return new Durations(
                between(createdAt, admittedAt),
                between(admittedAt, renderedAt),
                between(renderedAt, masteringAt),
                between(masteringAt, finishedAt));
    }

    private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to);
    }

    record Durations(
            @Nullable Duration waiting,
            @Nullable Duration rendering,
            @Nullable Duration waitingForMaster,
            @Nullable Duration mastering) {}

    int credits() {
        return credits;
    }

    int charged() {
        return charged;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    /** Why it failed, for the admin alone. */
    String failureDetail() {
        return failureDetail == null ? "" : failureDetail;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant admittedAt() {
        return admittedAt;
    }
}
