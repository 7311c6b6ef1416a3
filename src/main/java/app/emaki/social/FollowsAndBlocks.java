package app.emaki.social;

import app.emaki.cameo.Acquaintance;
import app.emaki.video.Ties;
import org.springframework.stereotype.Component;

/**
 * Tells the rule of the audience who follows and who blocks. Scalar subqueries on purpose: an EXISTS inside OR is turned into
 * a hash of everything a viewer follows, these are one look-up each and only where the rule gets that far.
 */
@Component
class FollowsAndBlocks implements Ties, Acquaintance {

    @Override
    public String follows(String follower, String followed) {
        return "coalesce((select true from follow where follower = %s and followed = %s), false)"
                .formatted(follower, followed);
    }

    @Override
    public String mutual(String one, String other) {
        return "(" + follows(one, other) + " and " + follows(other, one) + ")";
    }

    /** Everybody across a block from the first is looked up once for a whole statement, not once for each row. */
    @Override
    public String severed(String one, String other) {
        return ("coalesce(%2$s = any(array(select blocked from block where blocker = %1$s"
                        + " union all select blocker from block where blocked = %1$s)), false)")
                .formatted(one, other);
    }

    @Override
    public String shunned(String one, String other) {
        return ("coalesce(%2$s = any(array(select blocked from block where blocker = %1$s"
                        + " union all select blocker from block where blocked = %1$s"
                        + " union all select muted from mute where muter = %1$s)), false)")
                .formatted(one, other);
    }
}
