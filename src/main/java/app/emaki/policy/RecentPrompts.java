package app.emaki.policy;

import java.util.List;

/** What people wrote of late, for a rehearsal. Whoever knows prompts implements it. */
public interface RecentPrompts {

    /** The newest prompts without their authors, newest first. */
    List<String> last(int most);
}
