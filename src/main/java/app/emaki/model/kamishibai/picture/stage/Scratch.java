package app.emaki.model.kamishibai.picture.stage;

/** What one worker needs besides the plan: buffers of its own, reused from frame to frame. */
public final class Scratch {

    final int width;
    final int height;
    final Leaf frame;
    final Leaf other;
    final Leaf figure;
    final Leaf half;
    final int[] rough;
    final Glow glow;
    final Cover cover;
    final Row row;
    final Rim rim;
    final Soft soft = new Soft();

    public Scratch(int width, int height) {
        this.width = width;
        this.height = height;
        frame = new Leaf(width, height);
        other = new Leaf(width, height);
        figure = new Leaf(width, height);
        half = new Leaf((width + 1) / 2, (height + 1) / 2);
        rough = new int[half.width * half.height];
        glow = new Glow(width, height);
        cover = new Cover(width, height);
        row = new Row(width);
        rim = new Rim(width);
    }

    /** The picture under work. */
    public Leaf frame() {
        return frame;
    }

    /** A second picture, for what a transition comes from. */
    public Leaf other() {
        return other;
    }
}
