package app.emaki.model.kamishibai.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a film is made from, decided before the first frame: a pure function of plan, size and time draws it, and the
 * same plan gives the same film. Serialised as JSON and kept with the video, so that a remix can start from it.
 *
 * @param version the shape of this JSON, {@link #VERSION}
 * @param seed source of every chance in the film
 * @param language of signs, captions and speech without a language of its own: {@code ja} or {@code en}
 * @param sounding false for a film without any sound
 */
public record StoryPlan(
        int version,
        long seed,
        String language,
        Style style,
        List<Role> cast,
        List<ShotPlan> shots,
        List<Line> lines,
        List<Cue> cues,
        Mood mood,
        boolean sounding) {

    /** The version written by this build. */
    public static final int VERSION = 1;

    /** Length of the film in seconds: its shots laid end to end. */
    public double seconds() {
        return shots.stream().mapToDouble(ShotPlan::seconds).sum();
    }

    /** The same film without any sound. */
    public StoryPlan silent() {
        return new StoryPlan(version, seed, language, style, cast, shots, lines, cues, Mood.NONE, false);
    }

    /**
     * Someone or something that acts, the same over all shots.
     *
     * @param id unique in the plan, for instance {@code woman-1}
     * @param count how many of them stand together, 1 to 12
     * @param colours main, second and accent colour as 0xRRGGBB
     * @param sign a word the figure carries on a sign, for a noun that the lexicon does not know
     */
    public record Role(
            String id,
            Figure figure,
            int count,
            @Nullable Garment garment,
            @Nullable Hair hair,
            List<Prop> props,
            List<Integer> colours,
            @Nullable String sign) {}

    /** One cut: a place under a light, what happens in it, and how it is seen. Times in seconds. */
    public record ShotPlan(
            double seconds,
            Setting setting,
            Hour hour,
            Weather weather,
            List<Drift> drifts,
            List<Beat> beats,
            Camera camera,
            Transition transition,
            List<String> signs) {}

    /** What a role does within a shot, from {@code at} (seconds from the start of the shot) on. */
    public record Beat(
            String role, Action action, double at, @Nullable Emotion emotion) {}

    /** How a shot is seen; {@code slow} is the speed of the world, 1 for normal and 0.4 for slow motion. */
    public record Camera(Framing framing, Angle angle, Move move, double slow) {}

    /** A spoken line; {@code speaker} names a role or is null for a narrator, {@code at} counts from the start of the film. */
    public record Line(@Nullable String speaker, String text, String language, Emotion emotion, double at) {}

    /** A sound asked for by name; {@code at} counts from the start of the film. Ambience and footsteps follow from the shots. */
    public record Cue(Effect effect, double at, double gain) {}

    /** Overall look. */
    public enum Style {
        PAPER,
        ANIME,
        CINEMATIC,
        UKIYOE,
        WATERCOLOUR,
        NOIR,
        CLAY,
        DOCUMENTARY
    }

    /** Places a shot can be set in. */
    public enum Setting {
        NEON_STREET,
        LANE,
        CROSSING,
        STATION,
        TRAIN_OUTSIDE,
        TRAIN_INSIDE,
        CLASSROOM,
        CAFE,
        KITCHEN,
        ROOM,
        OFFICE,
        LIBRARY,
        SHRINE,
        BEACH,
        SEA,
        RIVER,
        FOREST,
        BAMBOO,
        MOUNTAINS,
        DESERT,
        SNOW_VILLAGE,
        ROOFTOP,
        CASTLE,
        SPACE,
        UNDERWATER,
        SKY,
        PARK,
        FIELD,
        STAGE,
        STUDIO
    }

    /** The light of the day. */
    public enum Hour {
        DAWN,
        DAY,
        GOLDEN,
        DUSK,
        NIGHT
    }

    /** The state of the air. */
    public enum Weather {
        CLEAR,
        RAIN,
        STORM,
        SNOW,
        FOG,
        WIND,
        AFTER_RAIN
    }

    /** Things that drift through the air or light up the sky. */
    public enum Drift {
        MOON,
        PETALS,
        LEAVES,
        FIREFLIES,
        FIREWORKS,
        AURORA,
        STARS,
        LANTERNS,
        BUBBLES,
        KITES
    }

    /** Who or what acts. PROP is a thing that stands there by itself: its first prop, or a card with its word when nobody can draw it. */
    public enum Figure {
        WOMAN,
        MAN,
        CHILD,
        ELDER,
        SCHOOLGIRL,
        SAMURAI,
        ROBOT,
        GHOST,
        ASTRONAUT,
        DOG,
        CAT,
        FOX,
        DEER,
        BIRD,
        FISH,
        WHALE,
        DRAGON,
        BEAR,
        PROP,
        HORSE,
        RABBIT,
        COW,
        SHEEP,
        PIG,
        ELEPHANT,
        LION,
        TIGER,
        PANDA,
        MONKEY,
        MOUSE,
        PENGUIN,
        BUTTERFLY,
        TURTLE,
        JELLYFISH,
        OCTOPUS,
        SHARK,
        DOLPHIN
    }

    /** Clothes. */
    public enum Garment {
        COAT,
        KIMONO,
        UNIFORM,
        DRESS,
        SUIT,
        ARMOUR,
        HOODIE,
        SPACESUIT,
        APRON,
        SCARF
    }

    /** Hair. */
    public enum Hair {
        LONG,
        SHORT,
        PONYTAIL,
        BUN,
        BALD,
        BOB
    }

    /** Things a role holds or stands beside. */
    public enum Prop {
        UMBRELLA,
        KATANA,
        LANTERN,
        BOOK,
        GUITAR,
        BALL,
        BICYCLE,
        CAR,
        BOAT,
        KITE,
        CUP,
        BALLOON,
        HAT,
        FLOWER,
        CAMPFIRE,
        CLOCK,
        STALL,
        TABLE,
        CHAIR,
        CHESS,
        PIANO,
        DRUM,
        TREE,
        BUS,
        TRAIN,
        PLANE,
        ROCKET,
        SUBMARINE,
        AIR_BALLOON,
        COMPUTER,
        TELEVISION,
        GIFT,
        HEART,
        STAR,
        SNOWMAN,
        TENT,
        MOTORCYCLE,
        SKATEBOARD,
        BOTTLE,
        SHOE,
        PHONE,
        CAMERA,
        MICROPHONE,
        CAKE,
        BREAD,
        RAMEN,
        ICE_CREAM,
        APPLE,
        BURGER,
        PIZZA,
        PUMPKIN
    }

    /** What a role can do. */
    public enum Action {
        STAND,
        WALK,
        RUN,
        JUMP,
        TURN,
        SIT,
        WAVE,
        DANCE,
        FIGHT,
        DRAW_SWORD,
        READ,
        EAT,
        DRINK,
        PLAY,
        SLEEP,
        LOOK_UP,
        FLY,
        SWIM,
        SPEAK,
        SHOUT,
        LAUGH,
        CRY,
        SING,
        FALL,
        RIDE
    }

    /** What a face or a voice feels. */
    public enum Emotion {
        NEUTRAL,
        HAPPY,
        SAD,
        ANGRY,
        SHY,
        EXCITED,
        CALM
    }

    /** How much of the figure is in the picture. */
    public enum Framing {
        WIDE,
        MEDIUM,
        CLOSE
    }

    /** Where the camera stands. */
    public enum Angle {
        EYE,
        LOW,
        HIGH,
        OVERHEAD
    }

    /** How the camera moves. */
    public enum Move {
        STILL,
        PUSH_IN,
        PULL_OUT,
        PAN,
        TILT,
        TRACK,
        ORBIT,
        HANDHELD,
        WHIP,
        RACK
    }

    /** How a shot comes in after the one before. */
    public enum Transition {
        CUT,
        FADE,
        MATCH,
        IRIS
    }

    /** Sounds a prompt can ask for by name. */
    public enum Effect {
        BELL,
        WHOOSH,
        HUM,
        SWORD,
        DOOR,
        ENGINE,
        APPLAUSE,
        THUNDER,
        SPLASH,
        FOOTSTEPS,
        BIRDSONG,
        CICADAS,
        TRAIN,
        PHONE,
        DRUM,
        GLASS,
        HEARTBEAT,
        EXPLOSION,
        LAUGHTER,
        METEOR,
        MEOW,
        BARK
    }

    /** The score; NONE for no music. */
    public enum Mood {
        NONE,
        CALM,
        BRIGHT,
        TENSE,
        SAD,
        EPIC,
        PLAYFUL,
        MYSTERIOUS
    }
}
