package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** A picture of somebody's own, hung behind the stage as large as it: the puppets play in front of it, in its light. */
public final class PictureWall implements Place {
    private static final double DEPTH = 3;

    private final BufferedImage picture;
    private final int mean;
    private final int top;
    private final int foot;

    public PictureWall(BufferedImage picture) {
        this.picture = picture;
        int third = Math.max(1, picture.getHeight() / 3);
        mean = mean(picture, 0, picture.getHeight());
        top = mean(picture, 0, third);
        foot = mean(picture, picture.getHeight() - third, picture.getHeight());
    }

    private static int mean(BufferedImage picture, int from, int to) {
        long red = 0;
        long green = 0;
        long blue = 0;
        long count = 0;
        int step = Math.max(1, Math.min(picture.getWidth(), to - from) / 64);
        for (int y = from; y < to; y += step) {
            for (int x = 0; x < picture.getWidth(); x += step) {
                int c = picture.getRGB(x, y);
                red += c >> 16 & 255;
                green += c >> 8 & 255;
                blue += c & 255;
                count++;
            }
        }
        return (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    }

    @Override
    public Light light(Light light, Hour hour) {
        double bright = Hue.luma(mean);
        return light.sky(Hue.darker(top, .2), top, mean, Hue.lighter(mean, .2))
                .haze(mean)
                .ambient(Hue.mix(Hue.mix(mean, 0xffffff, .55 + .3 * bright), light.ambient(), .2))
                .air(.2)
                .silhouettes(Math.max(0, .35 - .5 * bright))
                .rims(Hue.lighter(top, .5), Hue.lighter(mean, .35))
                .blooming(205, .4);
    }

    @Override
    public void build(Scene scene) {
        scene.veil(DEPTH, ink -> {
            double width = 2 * ink.reach;
            double height = ink.bottom - ink.top;
            double scale = Math.max(width / picture.getWidth(), height / picture.getHeight());
            var at = new AffineTransform();
            at.translate(-picture.getWidth() * scale / 2, ink.top + (height - picture.getHeight() * scale) / 2);
            at.scale(scale, scale);
            ink.g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            ink.g.drawImage(picture, at, null);
        });
        scene.veil(DEPTH * .98, ink -> {
            double y = ink.base - ink.m * .3;
            ink.g.setPaint(Ink.gradient(0, y, 0, ink.bottom, Hue.of(foot, 0), Hue.of(Hue.darker(foot, .35), 150)));
            ink.g.fill(app.emaki.model.kamishibai.picture.stage.Cut.box(-ink.reach, y, 2 * ink.reach, ink.bottom - y));
        });
    }
}
