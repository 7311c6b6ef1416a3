package app.emaki.social;

import app.emaki.video.Ties;
import org.springframework.stereotype.Component;

/**
 * Tells the rule of the audience who follows and who blocks. Scalar subqueries on purpose: an EXISTS inside OR is turned into
 * a hash of everything a viewer follows, these are one look-up each and only where the rule gets that far.
 */
@Component
class FollowsAndBlocks implements Ties {

    @Override
    public String follows(String follower, String followed) {
        return "coalesce((select true from follow where follower = %s and followed = %s), false)"
                .formatted(follower, followed);
    }

    @Override
    public String severed(String one, String other) {
        return ("(coalesce((select true from block where blocker = %1$s and blocked = %2$s), false)"
                        + " or coalesce((select true from block where blocker = %2$s and blocked = %1$s), false))")
                .formatted(one, other);
    }
}
