package app.emaki.invite;

/** Wrong invite codes came in such numbers that somebody may be guessing. Published once for a storm, however many hours it lasts. */
public record CodesGuessed(int misses) {}
