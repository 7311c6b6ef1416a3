package app.emaki.model.kamishibai.plan;

/** Writes story plans: out of a script, out of an earlier film and what is to change, or as an earlier film's next chapter. */
public final class StoryWriter {
    private StoryWriter() {}

    /**
     * The plan for a script. Never fails: words that mean nothing to the lexicon stand on a sign.
     *
     * @param seconds length of the film; the plan keeps it to the frame at 24 frames a second
     * @param seed the same script and seed give the same plan
     */
    public static StoryPlan write(Script script, double seconds, long seed, Model model) {
        return finish(new Reading(Labelled.read(script), seconds, seed, null, false).plan(), model);
    }

    /** The parent's film as the new words change it: its cast, colours and seed stay, and so does what the words do not touch. */
    public static StoryPlan remix(StoryPlan parent, Script change, double seconds, Model model) {
        Script wanted = Labelled.read(change);
        if (Remix.isPatch(wanted)) {
            return finish(Remix.patch(parent, wanted, seconds), model);
        }
        return finish(new Reading(wanted, seconds, parent.seed(), parent, false).plan(), model);
    }

    /** The next {@code seconds} of a story: it goes on where the parent ended, with the same cast under the same light. */
    public static StoryPlan extend(StoryPlan parent, Script script, double seconds, Model model) {
        return finish(new Reading(Labelled.read(script), seconds, parent.seed(), parent, true).plan(), model);
    }

    private static StoryPlan finish(StoryPlan plan, Model model) {
        return model == Model.KAMISHIBAI_1 ? FirstModel.simplify(plan) : plan;
    }
}
