package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.Input;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.Source;
import app.emaki.model.Submission;
import app.emaki.model.Way;
import app.emaki.model.remote.VideosOrder.Body;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How films are ordered in the Videos protocol: from words and pictures, from a film that the backend has, or from one that is sent
 * along, as each server can.
 */
final class VideosOrders {
    private static final int MOST_CHARACTERS = 2;
    private static final int MOST_REFERENCES = 5;

    /** Bytes of a film that such servers take along with words. */
    private static final long MOST_SENT = 20_000_000;

    private final RemoteClient client;
    private final Dialect dialect;

    VideosOrders(RemoteClient client) {
        this.client = client;
        this.dialect = client.backend.dialect();
    }

    /** Hands over an order, in the way that this backend understands. */
    Submission submit(RenderRequest request) throws BackendException {
        var answer = order(request);
        if (forgotten(request, answer)) {
            // it took nothing, and is given the film itself, or the words, instead of a name that it does not know any
            // more
            answer = order(request.from(nameless(Objects.requireNonNull(request.source()))));
        }
        if (!answer.successful()) {
            throw answer.refusal();
        }
        var id = answer.object().path("id").asString("");
        if (id.isEmpty()) {
            throw new Unclear("A job without an id: " + answer.words());
        }
        return new Submission(id, answer.pollAfter(client.poll()));
    }

    /** Whether it starts from a film, of which no picture can take the place. */
    boolean fromFilm(RenderRequest request) throws BackendException {
        return goesOn(request) || again(request) || sent(request);
    }

    private Answer order(RenderRequest request) throws BackendException {
        var source = request.source();
        // a picture that we made of the film goes along only where the backend does not have the film itself
        if (source != null && source.remoteId() != null && fromFilm(request) && begins(request)) {
            throw new Refused(Ground.INPUT, "No first frame goes with a film that starts from another one");
        }
        return goesOn(request)
                ? extend(request)
                : again(request) ? remix(request) : sent(request) ? edit(request) : create(request);
    }

    /** The film to start from is gone there, which is nobody's set-up. */
    private boolean forgotten(RenderRequest request, Answer answer) throws BackendException {
        var source = request.source();
        return (answer.status() == 404 || answer.status() == 410)
                && source != null
                && source.remoteId() != null
                && (goesOn(request) || again(request));
    }

    private static Source nameless(Source source) {
        return new Source(source.way(), source.video(), source.plan(), source.film(), null);
    }

    private Answer create(RenderRequest request) throws BackendException {
        var model = client.model(request);
        var cast = cast(model, request);
        var characters = new ArrayList<String>();
        if (dialect == Dialect.OPENAI) {
            for (var picture : cast.people()) {
                characters.add(character(characters.size() + 1, picture));
            }
        }
        return send("/videos", order(model, request, cast, characters).body(), request);
    }

    private VideosOrder order(RemoteModel model, RenderRequest request, Cast cast, List<String> characters) {
        var extras = InputTemplate.parse(model.input()).fill(RemoteClient.values(model, request, cast));
        return new VideosOrder(dialect, model, request, cast, extras, characters);
    }

    private Cast cast(RemoteModel model, RenderRequest request) throws Refused {
        return switch (dialect) {
            case OPENAI -> onePicture(Cast.of(request, MOST_CHARACTERS + things(request), VideosOrders::character));
            case VLLM_OMNI -> Cast.of(request, MOST_REFERENCES, Cast.Naming.NUMBERED);
            // whose portrait is whose is told by the order in which the words name them
            case EMAKI ->
                Cast.of(
                        request,
                        Math.min(MOST_REFERENCES, MOST_CHARACTERS + things(request)),
                        (number, description, japanese) -> description);
            default -> {
                int places = InputTemplate.parse(model.input()).pictures();
                var cast = Cast.of(request, Math.max(things(request), places), Cast.Naming.NUMBERED);
                yield places > 0 ? cast : onePicture(cast);
            }
        };
    }

    private static int things(RenderRequest request) {
        return (int) request.pictures().stream()
                .filter(it -> it.role() == Picture.Role.REFERENCE)
                .count();
    }

    private static boolean begins(RenderRequest request) {
        return request.pictures().stream().anyMatch(it -> it.role() == Picture.Role.FIRST_FRAME);
    }

    /** The protocol has one field for a picture: what would not get there is refused, and not lost. */
    private static Cast onePicture(Cast cast) throws Refused {
        if (cast.things().size() + (cast.frame().isPresent() ? 1 : 0) > 1) {
            throw new Refused(Ground.INPUT, "One picture at most goes with an order here: a first frame, or a thing");
        }
        return cast;
    }

    /** The words name a character as it was called when it was made. */
    private static String character(int number, String description, boolean japanese) {
        var name = name(number);
        return japanese ? name + "（" + description + "）" : name + " (" + description + ")";
    }

    private static String name(int number) {
        return "Character " + (char) ('A' + number - 1);
    }

    /** Whoever shall appear becomes a character of the protocol, by a short film and under a name that says nothing. */
    private String character(int number, Picture picture) throws BackendException {
        var form = new Form()
                .text("name", name(number))
                .file("video", "character.mp4", picture.contentType(), picture.bytes());
        var answer = client.http.send(
                client.call(client.backend.at("/videos/characters"))
                        .header("Content-Type", form.contentType())
                        .POST(form.publisher())
                        .build(),
                client.callTimeout());
        if (!answer.successful()) {
            var refusal = answer.refusal();
            // no film was ordered yet
            throw refusal instanceof Unclear ? new BackendException.Unreachable(refusal.getMessage()) : refusal;
        }
        var id = answer.object().path("id").asString("");
        if (id.isEmpty()) {
            throw new BackendException.Unreachable("A character without an id: " + answer.words());
        }
        return id;
    }

    /** The backend has the film that this one starts from, and tells it otherwise by itself. */
    private Answer remix(RenderRequest request) throws BackendException {
        var remote =
                Objects.requireNonNull(Objects.requireNonNull(request.source()).remoteId());
        if (dialect == Dialect.EMAKI) {
            return kin("/videos/edits", request, new Form());
        }
        var body = RemoteClient.JSON.createObjectNode().put("prompt", inWords(request));
        if (dialect == Dialect.OPENAI) {
            body.set("video", RemoteClient.JSON.createObjectNode().put("id", remote));
            return send("/videos/edits", Body.of(body), request);
        }
        return send("/videos/" + RemoteClient.encoded(remote) + "/remix", Body.of(body), request);
    }

    /** Another Emaki goes on from a film of its own, or from one that is sent along; what stands before it is put there by us. */
    private Answer extend(RenderRequest request) throws BackendException {
        var form = new Form().text("seconds", String.valueOf(request.seconds())).text("stitch", "false");
        return kin("/videos/extensions", request, form);
    }

    /** The backend does not have the film that this one starts from, and takes it along with the words. */
    private Answer edit(RenderRequest request) throws BackendException {
        return kin("/videos/edits", request, new Form());
    }

    /** A film that starts from another one, by the name that the backend has for it or with the film itself. */
    private Answer kin(String path, RenderRequest request, Form form) throws BackendException {
        var source = Objects.requireNonNull(request.source());
        if (source.remoteId() != null) {
            form.text("video[id]", source.remoteId());
        } else {
            form.file("video", "film.mp4", "video/mp4", read(Objects.requireNonNull(source.film())));
        }
        if (dialect != Dialect.EMAKI) {
            return send(path, Body.of(form.text("prompt", inWords(request))), request);
        }
        var model = client.model(request);
        var cast = cast(model, request);
        form.text("prompt", cast.prompt()).text("model", model.remote());
        var pictures = new Cast(cast.prompt(), cast.people(), cast.things(), Optional.empty());
        order(model, request, pictures, List.of()).pictures(form);
        if (source.remoteId() == null && pictures.shown().isEmpty()) {
            // whose faces may be seen was asked here already
            form.text("face_consent", "true");
        }
        return send(path, Body.of(form), request);
    }

    /** Where no pictures of people can go along, they are told of in words. */
    private static String inWords(RenderRequest request) throws Refused {
        if (things(request) > 0) {
            throw new Refused(Ground.INPUT, "No pictures of things go with a film that is told otherwise here");
        }
        return Cast.of(request, 0, Cast.Naming.NUMBERED).prompt();
    }

    private Answer send(String path, Body body, RenderRequest request) throws BackendException {
        return client.http.send(
                client.call(client.backend.at(path))
                        .header("Content-Type", body.contentType())
                        .setHeader("Idempotency-Key", request.generation().toString())
                        .POST(body.publisher())
                        .build(),
                client.callTimeout());
    }

    private static byte[] read(Path film) throws BackendException {
        try {
            return Files.readAllBytes(film);
        } catch (IOException e) {
            throw new BackendException.Unreachable("The film to start from cannot be read: " + e);
        }
    }

    private boolean goesOn(RenderRequest request) throws BackendException {
        var source = request.source();
        return source != null
                && source.way() == Way.EXTEND
                && sends(request, Input.EXTEND)
                && (source.remoteId() != null || source.film() != null && small(source.film()));
    }

    private boolean sends(RenderRequest request, Input input) throws BackendException {
        return dialect.inputs().contains(input)
                && client.model(request).inputs().contains(input);
    }

    private boolean sent(RenderRequest request) throws BackendException {
        var source = request.source();
        return (dialect == Dialect.EMAKI || dialect == Dialect.OPENAI)
                && source != null
                && source.way() == Way.REMIX
                && source.film() != null
                && client.model(request).inputs().containsAll(Set.of(Input.REMIX, Input.FIRST_FRAME))
                && small(source.film());
    }

    private static boolean small(Path film) {
        try {
            return Files.size(film) <= MOST_SENT;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean again(RenderRequest request) throws BackendException {
        var source = request.source();
        return source != null && source.way() == Way.REMIX && source.remoteId() != null && sends(request, Input.REMIX);
    }
}
