package app.emaki.cameo;

/** A portrait as it is kept: an upright JPEG of {@link PortraitPress#WIDTH} by {@link PortraitPress#HEIGHT} without metadata. */
record Portrait(byte[] jpeg, Finding finding) {}
