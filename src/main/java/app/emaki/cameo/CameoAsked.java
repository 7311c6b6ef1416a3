package app.emaki.cameo;

import java.util.UUID;

/** Somebody asks to use a likeness. */
public record CameoAsked(UUID cameo, UUID owner, UUID account, String words) {}
