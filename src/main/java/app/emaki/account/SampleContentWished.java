package app.emaki.account;

import java.util.UUID;

/** The admin wants a named cast and some clips to begin with. Published once in the life of an instance. */
public record SampleContentWished(UUID admin) {}
