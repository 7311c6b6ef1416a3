package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A studio: one sheet of paper that bends from wall to floor, arches and discs of colour, a low plinth, soft light. */
final class Studio implements Place {
    @Override
    public boolean indoors() {
        return true;
    }

    @Override
    public Light light(Light light, Hour hour) {
        int paper = paper(hour);
        return light.sky(Hue.darker(paper, .12), paper, Hue.lighter(paper, .2), Hue.lighter(paper, .4))
                .haze(Hue.lighter(paper, .3))
                .ambient(hour == Hour.NIGHT ? 0xb8b4d4 : 0xfff8f0)
                .air(.25)
                .silhouettes(hour == Hour.NIGHT ? .25 : 0)
                .rims(0xffffff, 0xfff0e0)
                .blooming(226, .35);
    }

    private static int paper(Hour hour) {
        return switch (hour) {
            case DAWN -> 0xf2d3d6;
            case DAY -> 0xf3eee6;
            case GOLDEN -> 0xf2cf9c;
            case DUSK -> 0xb79ac6;
            case NIGHT -> 0x3c4266;
        };
    }

    @Override
    public void build(Scene scene) {
        int paper = paper(scene.hour);
        int accent = new int[] {0xe8906a, 0x7ab0a8, 0xd8a850, 0xc87a92, 0x7f8fc8}[(int) Math.floorMod(scene.seed, 5L)];
        scene.sky(ink -> {
            ink.g.setPaint(Ink.gradient(
                    0, ink.top, 0, ink.bottom, Hue.of(Hue.darker(paper, .1)), Hue.of(Hue.lighter(paper, .35))));
            ink.g.fill(Cut.box(-ink.reach, ink.top, 2 * ink.reach, ink.bottom - ink.top));
            ink.glow(0, -180, ink.half * 1.1, 0xffffff, .5);
        });
        scene.sheet(4.2, ink -> {
            double r = Math.min(ink.half * .62, 380);
            ink.fade(Cut.disc(-r * .2, -190, r), Hue.mix(paper, accent, .55), Hue.mix(paper, accent, .3));
        });
        scene.sheet(3.6, ink -> {
            double w = Math.min(ink.half * .34, 210);
            double x = Math.min(ink.half * .5, 330);
            double y = ink.base + 40;
            ink.fade(
                    Cut.blob(x - w, y, x - w, -210, x - w * .7, -380, x, -440, x + w * .7, -380, x + w, -210, x + w, y),
                    Hue.mix(paper, accent, .85),
                    Hue.mix(paper, accent, .6));
        });
        scene.floor(ink -> {
            ink.g.setPaint(Ink.gradient(
                    0,
                    0,
                    0,
                    ink.bottom,
                    Hue.of(ink.light.on(Hue.lighter(paper, .3), 1)),
                    Hue.of(ink.light.on(Hue.darker(paper, .1), 1))));
            ink.g.fill(Cut.box(-ink.reach, -2, 2 * ink.reach, ink.bottom + 4));
        });
        scene.wet(Wet.street().amount(.14));
        scene.veil(1.3, ink -> ink.glow(0, ink.base + 40, Math.min(ink.half * .8, 520), 110, 0xffffff, .6));
        scene.sheet(1.12, ink -> plinth(ink, Hue.mix(paper, accent, .35)));
    }

    private static void plinth(Ink ink, int c) {
        double rx = Math.min(ink.half * .78, 430);
        double y = ink.base + ink.m * .12;
        ink.across(Cut.blob(-rx, y, -rx, y + 44, 0, y + 92, rx, y + 44, rx, y), Hue.darker(c, .06), Hue.darker(c, .22));
        ink.fade(Cut.oval(0, y, rx, 62), Hue.lighter(c, .5), Hue.lighter(c, .22));
    }
}
