package app.emaki.sample;

import app.emaki.account.Accounts;
import app.emaki.account.SampleContentWished;
import app.emaki.account.Viewer;
import app.emaki.generation.GenerationRequest;
import app.emaki.generation.GenerationSucceeded;
import app.emaki.generation.Generations;
import app.emaki.generation.Prompt;
import app.emaki.sample.Programme.Clip;
import app.emaki.sample.Programme.Player;
import app.emaki.social.Comments;
import app.emaki.social.Follows;
import app.emaki.social.Likes;
import app.emaki.video.Publication;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Lets the cast join and order their clips, and posts each clip when it is made. Nobody can sign in as one of the cast. */
@Component
@Transactional
class SampleContent {
    private static final String MODEL = "kamishibai-2";
    private static final int LINES = 720;

    private final Accounts accounts;
    private final Generations generations;
    private final Videos videos;
    private final Follows follows;
    private final Likes likes;
    private final Comments comments;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    SampleContent(
            Accounts accounts,
            Generations generations,
            Videos videos,
            Follows follows,
            Likes likes,
            Comments comments,
            JdbcClient jdbc,
            JsonMapper json) {
        this.accounts = accounts;
        this.generations = generations;
        this.videos = videos;
        this.follows = follows;
        this.likes = likes;
        this.comments = comments;
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    void prepare(SampleContentWished wish) {
        var programme = Programme.read(json);
        var cast = new HashMap<String, Viewer>();
        programme.cast().forEach(player -> cast.put(player.handle(), join(player)));
        befriend(wish.admin(), new ArrayList<>(cast.values()));
        for (int number = 0; number < programme.clips().size(); number++) {
            order(programme.clips().get(number), number, cast);
        }
    }

    @EventListener
    void post(GenerationSucceeded made) {
        jdbc.sql("delete from sample_order where generation_id = ? returning clip")
                .param(made.id())
                .query(Integer.class)
                .optional()
                .ifPresent(number -> publish(made.video(), number));
    }

    private Viewer join(Player player) {
        var password = UUID.randomUUID().toString();
        var account = accounts.register(player.handle(), player.handle() + "@sample.invalid", password);
        accounts.describe(account.id(), player.name(), player.about());
        accounts.activate(account.id());
        return accounts.find(account.id()).orElseThrow();
    }

    private void befriend(UUID admin, List<Viewer> cast) {
        for (var player : cast) {
            accounts.find(admin).ifPresent(host -> follows.follow(host, player.id()));
            cast.stream().filter(other -> !other.equals(player)).forEach(other -> follows.follow(player, other.id()));
        }
    }

    private void order(Clip clip, int number, Map<String, Viewer> cast) {
        var author = cast.get(clip.by());
        if (author == null) {
            throw new IllegalStateException("No " + clip.by() + " in the cast");
        }
        var order = new GenerationRequest(
                new Prompt(clip.prompt(), clip.language()),
                MODEL,
                clip.aspect(),
                clip.seconds(),
                LINES,
                true,
                null,
                1,
                null);
        for (var generation : generations.submit(author, order)) {
            jdbc.sql("insert into sample_order (generation_id, clip) values (?, ?)")
                    .params(generation, number)
                    .update();
        }
    }

    private void publish(UUID video, int number) {
        var programme = Programme.read(json);
        var clip = programme.clips().get(number);
        videos.publish(player(clip.by()), video, new Publication(clip.caption(), Visibility.EVERYONE, true));
        programme.cast().stream()
                .filter(other -> !other.handle().equals(clip.by()))
                .forEach(other -> likes.like(player(other.handle()), video));
        comments.post(player(clip.comment().by()), video, clip.comment().text(), null);
    }

    private Viewer player(String handle) {
        return accounts.find(handle).orElseThrow(() -> new IllegalStateException("No " + handle + " in the cast"));
    }
}
