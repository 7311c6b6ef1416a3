package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Angle;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Decides what the words leave open: how many shots tell it, how each is framed, how the camera moves, how one leads to the next. */
final class Direction {
    private final Random chance;
    private final Refusals refusals;

    Direction(long seed, Refusals refusals) {
        this.chance = new Random(seed ^ 0x5bd1e995L);
        this.refusals = refusals;
    }

    /** Turns few takes into as many as the length can carry, and leaves those alone that the author has directed. */
    List<Take> spread(List<Take> takes, double seconds, boolean oneShot) {
        if (oneShot) {
            return List.of(joined(takes));
        }
        int wanted = seconds < 3.5 ? 1 : seconds < 5.5 ? 2 : seconds < 9.5 ? 3 : 4;
        if (takes.size() * 2 > wanted && takes.size() > 1) {
            return takes;
        }
        var out = new ArrayList<Take>();
        int share = Math.max(2, wanted / takes.size());
        for (Take take : takes) {
            boolean alone =
                    take.move != null || take.asked != null || (take.framing != null && seconds / takes.size() < 6.5);
            out.addAll(
                    alone || seconds / takes.size() < 3.5
                            ? List.of(take)
                            : split(take, takes.size() == 1 ? wanted : share));
        }
        return out;
    }

    private static Take joined(List<Take> takes) {
        Take one = takes.getFirst();
        for (Take next : takes.subList(1, takes.size())) {
            next.deeds.forEach((actor, deeds) -> deeds.forEach(d -> one.does(actor, d)));
            next.present.stream().filter(a -> !one.present.contains(a)).forEach(one.present::add);
            one.feelings.putAll(next.feelings);
            one.lines.addAll(next.lines);
            one.effects.addAll(next.effects);
            one.drifts.addAll(next.drifts);
        }
        one.asked = null;
        return one;
    }

    private List<Take> split(Take whole, int parts) {
        var out = new ArrayList<Take>();
        for (int i = 0; i < parts; i++) {
            Take part = whole.sibling();
            part.transition = i == 0 ? whole.transition : null;
            share(whole, part, i, parts);
            if (whole.framing != null && i == 0) {
                part.framing = whole.framing;
            }
            out.add(part);
        }
        Take talk = out.get(parts - 1);
        talk.lines.addAll(
                whole.lines.size() > 1 ? whole.lines.subList(whole.lines.size() / 2, whole.lines.size()) : whole.lines);
        if (whole.lines.size() > 1) {
            out.get(Math.max(0, parts - 2)).lines.addAll(whole.lines.subList(0, whole.lines.size() / 2));
        }
        out.getFirst().effects.addAll(whole.effects);
        return out;
    }

    /** Each part shows its share of the deeds; a deed that lasts goes on. */
    private static void share(Take whole, Take part, int i, int parts) {
        whole.deeds.forEach((actor, deeds) -> {
            if (deeds.size() >= parts) {
                deeds.subList(
                                i * deeds.size() / parts,
                                Math.max(i * deeds.size() / parts + 1, (i + 1) * deeds.size() / parts))
                        .forEach(d -> part.does(actor, d));
                return;
            }
            Action deed = deeds.get(Math.min(deeds.size() - 1, i * deeds.size() / parts));
            boolean once = once(deed);
            if (!once || i == Math.min(parts - 1, (deeds.indexOf(deed) * parts + parts / 2) / deeds.size())) {
                part.does(actor, deed);
            } else {
                part.does(actor, i == 0 ? approach(deed) : Action.STAND);
            }
        });
    }

    static boolean once(Action action) {
        return switch (action) {
            case DRAW_SWORD, TURN, FALL, SHOUT, JUMP -> true;
            default -> false;
        };
    }

    private static Action approach(Action deed) {
        return switch (deed) {
            case JUMP -> Action.RUN;
            case FALL -> Action.WALK;
            default -> Action.STAND;
        };
    }

    /** Chooses framing, angle, move and transition where they are open; neighbours differ. */
    void film(List<Take> takes, boolean continued) {
        for (int i = 0; i < takes.size(); i++) {
            Take take = takes.get(i);
            Take before = i == 0 ? null : takes.get(i - 1);
            boolean last = i == takes.size() - 1;
            take.speakersFirst();
            if (take.framing == null) {
                take.framing = framing(take, before, i, takes.size());
            }
            if (take.angle == null || (refusals.contain(take.angle))) {
                take.angle = angle(take, i, last);
            }
            if (take.move == null) {
                take.move = move(take, before, last && takes.size() > 1);
            }
            if (take.transition == null) {
                take.transition = i == 0 ? continued ? Transition.MATCH : Transition.CUT : transition(before, take);
            }
        }
    }

    private Framing framing(Take take, @Nullable Take before, int i, int count) {
        if (needsRoom(take)) {
            return Framing.WIDE;
        }
        boolean speaks = !take.lines.isEmpty();
        boolean nobody = take.present.isEmpty();
        boolean many = take.present.stream().mapToInt(a -> a.count).sum() > 3;
        boolean huge = take.present.stream().anyMatch(a -> a.figure == Figure.WHALE || a.figure == Figure.DRAGON);
        if (nobody) {
            return i % 2 == 0 ? Framing.WIDE : Framing.MEDIUM;
        }
        if (count == 1) {
            return many || huge ? Framing.WIDE : Framing.MEDIUM;
        }
        if (before == null || before.setting != take.setting) {
            return speaks && before != null ? Framing.MEDIUM : i == 0 || many || huge ? Framing.WIDE : Framing.MEDIUM;
        }
        boolean body = take.deeds.values().stream().flatMap(List::stream).anyMatch(a -> switch (a) {
            case RUN, JUMP, DANCE, FIGHT, FLY, SWIM, RIDE, FALL, PLAY, WALK -> true;
            default -> false;
        });
        if (speaks && i > 0) {
            long speakers =
                    take.lines.stream().map(Scene.Say::speaker).distinct().count();
            return speakers > 1 ? Framing.MEDIUM : Framing.CLOSE;
        }
        if (before.framing == Framing.WIDE) {
            return Framing.MEDIUM;
        }
        if (before.framing == Framing.MEDIUM) {
            return body && i == count - 1 ? Framing.WIDE : Framing.CLOSE;
        }
        return body || many ? Framing.WIDE : Framing.MEDIUM;
    }

    /** Whoever flies, lies or is a sign cannot be cut off by the frame. */
    private static boolean needsRoom(Take take) {
        if (take.lines.size() > 1
                && take.deeds.values().stream().flatMap(List::stream).noneMatch(a -> a == Action.RIDE)) {
            return false;
        }
        boolean sprawls = take.deeds.values().stream()
                .flatMap(List::stream)
                .anyMatch(a -> a == Action.FLY || a == Action.SLEEP || a == Action.FALL || a == Action.RIDE);
        return sprawls || take.present.stream().anyMatch(a -> a.figure == Figure.PROP || a.figure == Figure.WHALE);
    }

    private Angle angle(Take take, int i, boolean last) {
        boolean might = take.deeds.values().stream()
                .flatMap(List::stream)
                .anyMatch(a -> a == Action.DRAW_SWORD || a == Action.FIGHT || a == Action.FLY || a == Action.JUMP);
        Angle chosen = might && take.framing != Framing.CLOSE
                ? Angle.LOW
                : take.present.isEmpty() && i % 2 == 1
                        ? Angle.LOW
                        : last && i > 2 && take.framing == Framing.WIDE ? Angle.HIGH : Angle.EYE;
        return refusals.contain(chosen) ? Angle.EYE : chosen;
    }

    private Move move(Take take, @Nullable Take before, boolean last) {
        boolean travels = take.deeds.values().stream().flatMap(List::stream).anyMatch(a -> switch (a) {
            case WALK, RUN, RIDE, FLY, SWIM -> true;
            default -> false;
        });
        boolean races =
                take.deeds.values().stream().flatMap(List::stream).anyMatch(a -> a == Action.RUN || a == Action.RIDE);
        List<Move> options = races
                ? List.of(Move.TRACK)
                : switch (take.framing) {
                    case WIDE ->
                        last
                                ? List.of(Move.PULL_OUT, Move.TILT, Move.PAN)
                                : before == null
                                        ? List.of(Move.PUSH_IN, Move.PAN, Move.PUSH_IN)
                                        : List.of(Move.PAN, Move.PUSH_IN, Move.PULL_OUT);
                    case MEDIUM -> travels ? List.of(Move.TRACK) : List.of(Move.PUSH_IN, Move.PAN, Move.PULL_OUT);
                    case CLOSE -> List.of(Move.PUSH_IN, Move.STILL, Move.RACK);
                    case null -> List.of(Move.STILL);
                };
        List<Move> fresh = options.stream()
                .filter(m -> !refusals.contain(m) && (before == null || before.move != m || options.size() == 1))
                .toList();
        return fresh.isEmpty() ? Move.STILL : fresh.get(chance.nextInt(fresh.size()));
    }

    private Transition transition(@Nullable Take before, Take take) {
        boolean elsewhere = before != null && before.setting != take.setting;
        boolean later = before != null && before.hour != take.hour;
        return elsewhere && later && !refusals.contain(Transition.FADE) ? Transition.FADE : Transition.CUT;
    }
}
