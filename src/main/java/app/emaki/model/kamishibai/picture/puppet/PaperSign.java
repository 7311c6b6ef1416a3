package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Lettering;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** What nobody here knows how to cut: a paper card on a stick that bears the word itself, like a prop of a paper theatre. */
final class PaperSign implements Puppet {

    private final String word;
    private final int main;
    private final int accent;
    private final long key;

    PaperSign(Role role) {
        word = role.sign() == null || role.sign().isBlank() ? "?" : role.sign().strip();
        main = role.colours().isEmpty() ? 0xf3e6cc : Hue.lighter(role.colours().getFirst(), .35);
        accent = role.colours().size() > 2 && Math.abs(Hue.luma(role.colours().get(2)) - .9) > .2
                ? role.colours().get(2)
                : 0xd9384f;
        key = role.id().hashCode();
    }

    @Override
    public double tall() {
        return .6;
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-1, -1.6, 2, 1.8);
    }

    @Override
    public double headY(Action action) {
        return -.66;
    }

    @Override
    public double breadth() {
        return .95;
    }

    @Override
    public double portrait() {
        return .62;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        boolean moves = now.action() != Action.STAND && now.action() != Action.SIT && now.action() != Action.SLEEP;
        double t = now.clock();
        double hop = moves ? Math.abs(Math.sin(t * 4.2)) * .07 : 0;
        double rock = (moves ? .1 : .035) * Math.sin(t * (moves ? 4.2 : 1.7));
        double fly = now.action() == Action.FLY || now.action() == Action.SWIM ? .3 + .05 * Math.sin(t * 2) : 0;
        ink.within(0, -hop - fly, rock, 1, 1, () -> card(ink, t));
    }

    private void card(Ink ink, double t) {
        ink.across(Cut.box(-.014, -.34, .028, .36), 0xd9b184, 0x8a6238);
        int n = 40;
        var v = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double a = 2 * Math.PI * i / n;
            double wave = 1 + .035 * Chance.noise(i * .7, key) + .02 * Math.cos(a * 4);
            double c = Math.cos(a);
            double s = Math.sin(a);
            // between an ellipse and a box, as scissors would take it
            v[2 * i] = Math.signum(c) * Math.pow(Math.abs(c), .55) * .42 * wave;
            v[2 * i + 1] = -.68 + Math.signum(s) * Math.pow(Math.abs(s), .55) * .36 * wave;
        }
        var card = Cut.poly(v);
        ink.raw(Cut.moved(card, .02, .025), ink.lit(0x1a0a2a), .3);
        ink.fill(card, 0xfffaf0);
        var inner = AffineTransform.getTranslateInstance(0, -.68);
        inner.scale(.92, .91);
        inner.translate(0, .68);
        var field = inner.createTransformedShape(card);
        ink.fade(field, Hue.lighter(main, .3), main);
        ink.inside(field, () -> {
            for (int i = 0; i < 14; i++) {
                double a = i * Math.PI / 7 + t * .12;
                ink.fill(
                        Cut.poly(
                                0,
                                -.68,
                                Math.cos(a) * .7,
                                -.68 + Math.sin(a) * .7,
                                Math.cos(a + .2) * .7,
                                -.68 + Math.sin(a + .2) * .7),
                        Hue.mix(main, accent, .35),
                        .4);
            }
        });
        word(ink);
    }

    private void word(Ink ink) {
        var face = Lettering.HEAVY;
        var outline = face.outline(word, .3);
        var b = outline.getBounds2D();
        double k = Math.min(.66 / Math.max(.05, b.getWidth()), Math.min(1.1, .42 / Math.max(.05, b.getHeight())));
        // Whoever faces left is drawn mirrored, but nobody writes so
        boolean mirrored = ink.g.getTransform().getDeterminant() < 0;
        var at = AffineTransform.getScaleInstance(mirrored ? -k : k, k);
        var big = Cut.centred(at.createTransformedShape(outline), 0, -.68);
        ink.draw(big, Curve.clamp(.05 * k, .02, .05), 0xfffaf0);
        ink.fill(Cut.moved(big, .008, .01), Hue.darker(accent, .5));
        ink.fill(big, accent);
    }
}
