package app.emaki.social;

import app.emaki.policy.Verdict;

/** The rules of the instance forbid the words of a comment. */
public class CommentRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Verdict verdict;

    CommentRefused(Verdict verdict) {
        super("The rules forbid this comment");
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }
}
