package app.emaki.invite;

import app.emaki.account.Plan;
import app.emaki.credit.Credits;
import org.jspecify.annotations.Nullable;

/** What comes with a code: credits that never run out, and a plan; 0 and null for neither. */
record Gift(int credits, @Nullable Plan plan) {
    static final Gift NONE = new Gift(0, null);
    static final int MOST_CREDITS = Credits.MOST_GRANTED;

    public boolean empty() {
        return credits == 0 && plan == null;
    }
}
