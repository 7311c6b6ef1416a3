package app.emaki.video;

import app.emaki.policy.Verdict;

/** The rules of the instance forbid the words of a caption. */
public class CaptionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Verdict verdict;

    CaptionRefused(Verdict verdict) {
        super("The rules forbid this caption");
        this.verdict = verdict;
    }

    /** Which rule, and which words. */
    public Verdict verdict() {
        return verdict;
    }
}
