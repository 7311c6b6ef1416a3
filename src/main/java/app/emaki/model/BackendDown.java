package app.emaki.model;

/** A backend takes no films: it fails each time, or is set up wrongly. Published once for an outage; the reason is its own text. */
public record BackendDown(String backend, String reason) {}
