package app.emaki.model.kamishibai;

/**
 * A face for one of the cast. It travels to the worker inside the order and lies on no disk.
 *
 * @param words that stand for it in the script, for instance {@code a woman}
 * @param jpeg upright, 480 by 600 pixels, the eyes at 270 and the mouth at 390 from the top
 */
public record Portrait(String words, byte[] jpeg) {}
