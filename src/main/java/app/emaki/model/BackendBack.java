package app.emaki.model;

/** A backend that was down answers again; published once for an outage. */
public record BackendBack(String backend) {}
