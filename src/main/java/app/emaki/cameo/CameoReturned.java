package app.emaki.cameo;

import java.util.UUID;

/** The owner of a likeness agreed to a film that consent was gone for; from the end of this transaction it is seen as before. */
public record CameoReturned(UUID cameo, UUID video) {}
