package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Garment;
import app.emaki.model.kamishibai.plan.StoryPlan.Hair;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A role while it is being learnt from the words. */
final class Actor {
    private static final int[][] WARDROBES = {
        {0xC8403A, 0x2B2B33, 0xF0D9A8}, {0x2F5D9B, 0x2A2630, 0xF2E8D5}, {0xE2B93B, 0x3B2A26, 0x3F6C7A},
        {0x4FA79E, 0x33242B, 0xF4C7A1}, {0x7D5A9B, 0x25212B, 0xF0CFA0}, {0xE0823D, 0x2B2A33, 0x3F6C8A},
        {0x3D4F6B, 0x1F1D24, 0xD9A441}, {0xB94F63, 0x2D2230, 0xEAD9C0}
    };

    final String id;
    Figure figure;
    int count = 1;

    @Nullable
    Garment garment;

    @Nullable
    Hair hair;

    final Set<Prop> props = new LinkedHashSet<>();
    final @Nullable Integer[] colours = new @Nullable Integer[3];

    @Nullable
    String sign;

    @Nullable
    String name;

    boolean crowd;
    /** Whether it is told to talk with somebody, as beasts do in tales. */
    boolean converses;
    /** Whether the words say that it is a man, and not only somebody with a trade. */
    boolean male;

    Actor(String id, Figure figure) {
        this.id = id;
        this.figure = figure;
    }

    static Actor from(Role role) {
        var actor = new Actor(role.id(), role.figure());
        actor.count = role.count();
        actor.garment = role.garment();
        actor.hair = role.hair();
        actor.props.addAll(role.props());
        for (int i = 0; i < Math.min(3, role.colours().size()); i++) {
            actor.colours[i] = role.colours().get(i);
        }
        actor.sign = role.sign();
        actor.crowd = role.id().startsWith("crowd-");
        return actor;
    }

    boolean human() {
        return Refusals.human(Concept.of(figure));
    }

    /** Whether it can hold and wear something. */
    boolean alive() {
        return figure != Figure.PROP;
    }

    boolean feminine() {
        return figure == Figure.WOMAN || figure == Figure.SCHOOLGIRL;
    }

    boolean masculine() {
        return figure == Figure.MAN || figure == Figure.SAMURAI;
    }

    /** Takes on clothes, hair, things and colours that the words name beside the figure. */
    void wear(Hit hit, @Nullable Integer colour) {
        hit.first(Kind.GARMENT).ifPresent(c -> garment = c.as(Garment.class));
        if (figure == Figure.CHILD && hit.has(Kind.FIGURE)) {
            boolean girl = hit.words().matches(".*(?:girl|daughter|sister|女の子|少女|娘|妹).*");
            boolean boy = hit.words().matches(".*(?:boy|son|brother|少年|男の子|息子|弟|坊).*");
            hair = hair != null || !(girl || boy) ? hair : girl ? Hair.PONYTAIL : Hair.SHORT;
            garment = garment == null && girl ? Garment.DRESS : garment;
        }
        hit.first(Kind.HAIR).ifPresent(c -> hair = c.as(Hair.class));
        hit.first(Kind.PROP).ifPresent(c -> props.add(c.as(Prop.class)));
        Integer shade =
                hit.first(Kind.COLOUR).map(c -> Integer.valueOf(c.name(), 16)).orElse(colour);
        if (shade != null) {
            colours[hit.has(Kind.HAIR) ? 1 : hit.has(Kind.PROP) && !hit.has(Kind.FIGURE) ? 2 : 0] = shade;
        }
    }

    Role role(long seed) {
        var chance = new Random(seed * 31 + id.replaceFirst("-\\d+$", "-1").hashCode());
        int turn = number() * 3; // of the same kind, no two wear the same
        int[] wardrobe = figure == Figure.PROP || human()
                ? WARDROBES[Math.floorMod(chance.nextInt(WARDROBES.length) + turn, WARDROBES.length)]
                : Coats.of(figure);
        List<Integer> shades = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Integer own = colours[i];
            shades.add(own == null ? wardrobe[i] : own);
        }
        return new Role(
                id, figure, Math.clamp(count, 1, 12), garment, hair, List.copyOf(props), List.copyOf(shades), sign);
    }

    private int number() {
        String digits = id.replaceFirst("^.*-(?=\\d+$)", "");
        return digits.matches("\\d{1,2}") ? Integer.parseInt(digits) - 1 : 0;
    }

    static String prefix(Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT);
    }
}
