package app.emaki.social;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one rule of who may see what of a person beside their films, which have an audience of their own: as SQL for lists, and as
 * an answer about one person. A person themselves always may; those who moderate may see, too, but not call somebody's name.
 */
@Component
@Transactional
public class Privacy {
    private final JdbcClient jdbc;
    private final FollowsAndBlocks ties;

    Privacy(JdbcClient jdbc, FollowsAndBlocks ties) {
        this.jdbc = jdbc;
        this.ties = ties;
    }

    /**
     * Whether somebody may.
     *
     * @param owner expression of type uuid
     * @param viewer expression of type uuid, null for the signed-out
     */
    public String allows(Part part, String owner, String viewer) {
        return """
                (coalesce(%1$s = %2$s, false) or case coalesce(
                    (select p.circle from privacy p where p.account = %1$s and p.part = '%3$s'), '%4$s')
                  when 'WORLD' then true
                  when 'MEMBERS' then %2$s is not null
                  when 'FOLLOWERS' then %5$s
                  when 'FOLLOWED' then %6$s
                  else false end%7$s)""".formatted(
                        owner,
                        viewer,
                        part.name(),
                        part.first().name(),
                        ties.follows(viewer, owner),
                        ties.follows(owner, viewer),
                        part == Part.MENTIONS
                                ? ""
                                : " or coalesce((select who.role <> 'MEMBER' and who.standing = 'ACTIVE'"
                                        + " from account who where who.id = %s), false)".formatted(viewer));
    }

    /** Whether somebody may, of one person. */
    @Transactional(readOnly = true)
    public boolean allows(Part part, UUID owner, @Nullable UUID viewer) {
        return jdbc.sql("select " + allows(part, "cast(:owner as uuid)", "cast(:viewer as uuid)"))
                .param("owner", owner)
                .param("viewer", viewer)
                .query(Boolean.class)
                .single();
    }

    /** What somebody chose, or began with. */
    @Transactional(readOnly = true)
    public Map<Part, Circle> of(UUID account) {
        var chosen = new EnumMap<Part, Circle>(Part.class);
        for (var part : Part.values()) {
            chosen.put(part, part.first());
        }
        jdbc.sql("select part, circle from privacy where account = ?")
                .param(account)
                .query(Choice.class)
                .list()
                .forEach(choice -> chosen.put(choice.part(), choice.circle()));
        return chosen;
    }

    /** Chooses; a circle that this part does not know changes nothing. */
    void choose(UUID account, Part part, Circle circle) {
        if (part.circles().contains(circle)) {
            jdbc.sql("""
                            insert into privacy (account, part, circle) values (?, ?, ?)
                            on conflict (account, part) do update set circle = excluded.circle""").params(account, part.name(), circle.name()).update();
        }
    }

    /** For whom. */
    public enum Circle {
        /** Whoever asks, signed in or not. */
        WORLD,
        MEMBERS,
        /** Those who follow the person. */
        FOLLOWERS,
        /** Those whom the person follows. */
        FOLLOWED,
        NOBODY
    }

    /** What of a person. */
    public enum Part {
        /** Their page: what they say of themselves and the list of their films, and the same as Atom for the world. */
        PROFILE(Circle.WORLD, Circle.MEMBERS, Circle.FOLLOWERS),
        /** Whether a search for people finds them. */
        FOUND(Circle.MEMBERS, Circle.FOLLOWERS, Circle.NOBODY),
        /** Whom they follow. */
        FOLLOWED(Circle.MEMBERS, Circle.FOLLOWERS, Circle.NOBODY),
        /** Who follows them. */
        FOLLOWERS(Circle.MEMBERS, Circle.FOLLOWERS, Circle.NOBODY),
        /** Calling their name in a comment. */
        MENTIONS(Circle.MEMBERS, Circle.FOLLOWERS, Circle.FOLLOWED, Circle.NOBODY);

        private final List<Circle> circles;

        Part(Circle... circles) {
            this.circles = List.of(circles);
        }

        /** The circles that make sense, the widest first. */
        public List<Circle> circles() {
            return circles;
        }

        Circle first() {
            return circles.getFirst();
        }
    }

    private record Choice(Part part, Circle circle) {}
}
