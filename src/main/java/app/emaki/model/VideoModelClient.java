package app.emaki.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A backend that makes films. Calls block, end within {@link #callTimeout()}, and never repeat themselves: whether a call is
 * made again is for the engine to decide.
 */
public interface VideoModelClient {

    /** The backend's name, for instance {@code kamishibai}; kept with each job, with {@link #configuration()}. */
    String backend();

    /** Version of the configuration that jobs are sent with; another one means other credentials or another host. */
    default String configuration() {
        return "1";
    }

    /** The models that this backend runs. */
    List<ModelOffer> offers();

    /** How many jobs it does at a time, unless the admin says otherwise. */
    int concurrent();

    /** Jobs live in this process and die with it; another process cannot ask for them. */
    default boolean local() {
        return false;
    }

    /** Submitting a generation again gives the job that it has already, instead of a second one. */
    default boolean idempotent() {
        return false;
    }

    /**
     * Whether faces of people may be sent there. Where not, characters alone are shown, and people are told of in words: for a
     * protocol that takes nobody, or that could never erase a face again.
     */
    default boolean showsPeople() {
        return true;
    }

    /** Whether whoever shall appear is shown by a short film of a picture instead of the picture itself. */
    default boolean showsByFilm() {
        return false;
    }

    /** Longest time a call may take. */
    default Duration callTimeout() {
        return Duration.ofSeconds(30);
    }

    /** Hands over a job, once. */
    Submission submit(RenderRequest request) throws BackendException;

    /** Finds the job of a generation whose submit ended unclear; empty also where the backend cannot tell. */
    default Optional<Submission> find(RenderRequest request) throws BackendException {
        return Optional.empty();
    }

    RenderStatus status(String remoteId) throws BackendException;

    /**
     * A small JPEG of what is drawn so far, for whoever waits; empty where the backend shows nothing before the end, or
     * nothing yet. Answers from memory.
     */
    default Optional<byte[]> glimpse(String remoteId) {
        return Optional.empty();
    }

    /** Who draws sketches for storyboards; empty where nobody does. */
    default Optional<Sketcher> sketcher() {
        return Optional.empty();
    }

    /** Streams the result into a file of ours, at most {@code limit} bytes. */
    Fetched fetch(String remoteId, Path target, long limit) throws BackendException;

    /** Asks to stop a job; best effort, and no error for one that has ended. */
    void cancel(String remoteId) throws BackendException;

    /**
     * Erases what the backend still keeps of a job that has ended and had faces of people in its order: as well as its protocol
     * can, and no error for what is gone already.
     */
    default void forget(UUID generation, String remoteId) throws BackendException {}
}
