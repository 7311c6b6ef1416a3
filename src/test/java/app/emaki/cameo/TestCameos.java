package app.emaki.cameo;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.cameo.Standing.Grant;
import app.emaki.generation.GenerationRequest;
import app.emaki.generation.Generations;
import app.emaki.generation.Prompt;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.model.Aspect;
import app.emaki.model.Way;
import app.emaki.video.NewVideo;
import app.emaki.video.Publication;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cameos, consents and films with them, for tests; made through the doors. */
@Component
public class TestCameos {
    private final OwnCameos own;
    private final Cameos cameos;
    private final Consents consents;
    private final Generations generations;
    private final Videos videos;
    private final MediaStore store;
    private final JdbcClient jdbc;
    private final TestVideos cast;
    private final Accounts accounts;
    private @Nullable Viewer pattern;

    TestCameos(
            OwnCameos own,
            Cameos cameos,
            Consents consents,
            Generations generations,
            Videos videos,
            MediaStore store,
            JdbcClient jdbc,
            TestVideos cast,
            Accounts accounts) {
        this.own = own;
        this.cameos = cameos;
        this.consents = consents;
        this.generations = generations;
        this.videos = videos;
        this.store = store;
        this.jdbc = jdbc;
        this.cast = cast;
        this.accounts = accounts;
    }

    /** An active member with a handle of their own; copied from one who was registered, as hashing passwords takes its time. */
    public synchronized Viewer member(String name) {
        if (pattern == null) {
            pattern = cast.member("pattern");
        }
        var id = UUID.randomUUID();
        var handle = name + id.toString().replace("-", "").substring(0, 12);
        jdbc.sql("""
                        insert into account select (jsonb_populate_record(a, jsonb_build_object(
                            'id', :id::text, 'handle', :handle, 'skeleton', :handle, 'email', :handle || '@example.org'))).*
                        from account a where a.id = :pattern""")
                .param("id", id)
                .param("handle", handle)
                .param("pattern", pattern.id())
                .update();
        return accounts.find(id).orElseThrow();
    }

    /** The likeness of a person, which this level may use. */
    public UUID person(Viewer owner, Level level) {
        return person(owner, level, false, null);
    }

    public UUID person(Viewer owner, Level level, boolean asksEach, @Nullable Instant endsAt) {
        return person(owner, level, asksEach, endsAt, "portrait".getBytes(StandardCharsets.UTF_8));
    }

    /** The likeness of a person with this portrait, which everybody may use. */
    public UUID person(Viewer owner, byte[] jpeg) {
        return person(owner, Level.EVERYONE, false, null, jpeg);
    }

    private UUID person(Viewer owner, Level level, boolean asksEach, @Nullable Instant endsAt, byte[] jpeg) {
        var portrait = new Portrait(jpeg, new Finding(.5, .2, .5, 1, .3));
        var terms = Terms.first(
                owner.displayName()
                        .substring(0, Math.min(20, owner.displayName().length())),
                Look.WOMAN,
                "");
        var id = own.make(owner, Kind.PERSON, null, terms, "TYPED", "en", portrait, null);
        change(owner, id, level, asksEach, endsAt, false);
        return id;
    }

    void change(Viewer owner, UUID cameo, Level level, boolean asksEach, @Nullable Instant endsAt, boolean hide) {
        consents.change(
                owner.id(), cameo, new Terms("Somebody", Look.WOMAN, "", level, asksEach, List.of(), "", endsAt), hide);
    }

    /** Writes down what the owner said to somebody. */
    void grant(UUID cameo, Viewer account, Grant grant, boolean once) {
        if (grant != Grant.NONE) {
            jdbc.sql("""
                            insert into cameo_grant (id, cameo, account, state, once, asked_at, decided_at)
                            values (uuidv7(), :cameo, :account, :state, :once, timestamptz '2026-01-01', :decided)""")
                    .param("cameo", cameo)
                    .param("account", account.id())
                    .param("state", grant.name())
                    .param("once", once)
                    .param(
                            "decided",
                            grant == Grant.ASKED
                                    ? null
                                    : java.sql.Timestamp.from(Instant.parse("2026-01-01T00:00:00Z")))
                    .update();
        }
    }

    /** Orders a film with somebody in it; gives the id that the film will have. */
    public UUID order(Viewer author, Viewer person) {
        return order(author, person, "stands by the sea");
    }

    /** Orders a film in which somebody does something. */
    public UUID order(Viewer author, Viewer person, String doing) {
        var generation = generations
                .submit(author, request("A portrait of @" + person.handle() + ", who " + doing))
                .getFirst();
        return jdbc.sql("select video_id from generation where id = ?")
                .param(generation)
                .query(UUID.class)
                .single();
    }

    /** Orders a film that goes on from another one in the same film; gives the id that it will have. */
    public UUID extend(Viewer author, UUID film) {
        var order = new GenerationRequest(
                        new Prompt("She walks on", "en"), "kamishibai-2", Aspect.PORTRAIT, 4, 480, true, 7L, 1, film)
                .going(Way.EXTEND)
                .after(4);
        return jdbc.sql("select video_id from generation where id = ?")
                .param(generations.submit(author, order).getFirst())
                .query(UUID.class)
                .single();
    }

    static GenerationRequest request(String words) {
        return new GenerationRequest(
                new Prompt(words, "en"), "kamishibai-2", Aspect.PORTRAIT, 4, 480, true, 7L, 1, null);
    }

    /** A film with somebody in it that everybody can see, whose files lie in the store; no worker has to make it. */
    public Shown shown(Viewer author, Viewer person) throws IOException {
        var video = UUID.randomUUID();
        cameos.use(author, "A portrait of @" + person.handle() + " by the sea", List.of(), null, null, List.of(video));
        return show(author, video);
    }

    /** Shows an ordered film whose files lie in the store. */
    public Shown show(Viewer author, UUID video) throws IOException {
        var shown = new Shown(video, file("mp4", "video/mp4"), file("jpg", "image/jpeg"));
        finish(author, video, shown.file(), file("mp4", "video/mp4"), shown.poster());
        store.keep(List.of(shown.file(), shown.poster()));
        videos.publish(author, video, new Publication("By the sea", Visibility.EVERYONE, true));
        return shown;
    }

    /** Makes somebody appear in a film that is there already. */
    public void appears(Viewer author, Viewer person, UUID film) {
        cameos.use(author, "A portrait of @" + person.handle() + " by the sea", List.of(), null, null, List.of(film));
        jdbc.sql("update video set with_cameo = true where id = ?").param(film).update();
    }

    /** The person says no to one film. */
    public void refuse(Viewer person, UUID film) {
        var use = jdbc.sql(
                        "select u.id from cameo_use u join cameo c on c.id = u.cameo where u.video = ? and c.owner = ?")
                .params(film, person.id())
                .query(UUID.class)
                .single();
        consents.decide(person.id(), use, false);
    }

    /** Nobody appears in films from elsewhere any more: all films of tests look alike, and a copy of one would be one of theirs. */
    public void forgetAppearances() {
        jdbc.sql("update video set with_cameo = false where with_cameo and model = 'imported'")
                .update();
    }

    private MediaKey file(String extension, String type) throws IOException {
        var file = Files.createTempFile("cameo", "." + extension);
        try {
            Files.writeString(file, UUID.randomUUID().toString());
            return store.put(file, type);
        } finally {
            Files.delete(file);
        }
    }

    /** A film that is shown, and where it lies. */
    public record Shown(UUID id, MediaKey file, MediaKey poster) {}

    /** The ordered film is finished. */
    public void finish(Viewer author, UUID video) {
        var film = TestVideos.key("film", video, "mp4");
        finish(author, video, film, TestVideos.key("clea", video, "mp4"), TestVideos.key("post", video, "jpg"));
        store.keep(List.of(film));
    }

    private void finish(Viewer author, UUID video, MediaKey film, MediaKey clean, MediaKey poster) {
        videos.add(new NewVideo(
                video,
                author.id(),
                "kamishibai-2",
                "by the sea",
                "en",
                film,
                clean,
                poster,
                null,
                null,
                480,
                854,
                4,
                true,
                0x24487a,
                7,
                null,
                null));
    }
}
