package app.emaki.model;

/**
 * A backend says by itself that something happened to a job. It is no more than a reason to look: the truth is what the backend
 * answers when asked.
 *
 * @param job the backend's id of the job, or a part of what it is known by here
 */
public record BackendSpoke(String backend, String job) {}
