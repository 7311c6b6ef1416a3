package app.emaki.invite;

import app.emaki.platform.Settings;
import org.springframework.stereotype.Component;

/** What an admin may turn while Emaki runs: how long new codes are, and how many people may join a day. */
@Component
class InviteRules {
    private static final String LENGTH = "invite.length";
    private static final String LONGEST = "invite.longest";
    private static final String DAILY_CAP = "invite.daily-cap";

    private final Settings settings;

    InviteRules(Settings settings) {
        this.settings = settings;
    }

    /** Characters of a code that is made from now on. */
    public int length() {
        return settings.find(LENGTH).map(Integer::parseInt).orElse(Code.SHORTEST);
    }

    /** People who may join on one day (UTC); 0 for as many as there are seats. */
    public int dailyCap() {
        return settings.find(DAILY_CAP).map(Integer::parseInt).orElse(0);
    }

    /** The most characters that any code here may have, now or from before. */
    public int longest() {
        return Math.max(length(), settings.find(LONGEST).map(Integer::parseInt).orElse(Code.SHORTEST));
    }

    void change(int length, int dailyCap) {
        settings.put(LONGEST, String.valueOf(longest()));
        settings.put(LENGTH, String.valueOf(Math.clamp(length, Code.SHORTEST, Code.LONGEST)));
        settings.put(DAILY_CAP, String.valueOf(Math.max(0, dailyCap)));
    }
}
