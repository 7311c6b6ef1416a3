package app.emaki.api;

import app.emaki.generation.FaceDeclaration.Said;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.Reference;
import app.emaki.generation.ReferenceImages;
import app.emaki.generation.ReferenceImages.Seen;
import app.emaki.media.MediaKey;
import app.emaki.model.Aspect;
import app.emaki.model.Input;
import app.emaki.model.ModelOffer;
import app.emaki.model.Picture.Role;
import app.emaki.model.VideoModels;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The pictures of an order: the protocol's one, which becomes the first frame, and under wider names pictures of things and faces
 * that shall appear.
 */
@Component
class SentPictures {
    private static final String FRAME = "input_reference";
    private static final String THINGS = "input_references";
    private static final String FACES = "portraits";
    private static final int MOST_THINGS = 3;
    private static final int MOST_FACES = 2;
    /** The shape in which portraits are drawn from. */
    private static final Aspect.Size PORTRAIT = new Aspect.Size(480, 600);

    private final ReferenceImages pictures;
    private final VideoModels models;

    SentPictures(ReferenceImages pictures, VideoModels models) {
        this.pictures = pictures;
        this.models = models;
    }

    /** What a model must take for them. */
    static Set<Input> needs(Fields fields) {
        var needs = EnumSet.noneOf(Input.class);
        if (fields.text(FRAME + "[image_url]").isPresent() || !fields.all(FRAME).isEmpty()) {
            needs.add(Input.FIRST_FRAME);
        }
        if (!list(fields, THINGS).isEmpty()) {
            needs.add(Input.REFERENCE);
        }
        if (!list(fields, FACES).isEmpty()) {
            needs.add(Input.CHARACTER);
        }
        return needs;
    }

    /**
     * Takes every picture of an order.
     *
     * @param agreed whether faces in them may be used, by the sender's word
     */
    List<Reference> of(Caller caller, Fields fields, ModelOffer offer, Shape shape, boolean agreed) {
        var all = new ArrayList<Reference>();
        var frame = frame(fields);
        if (frame != null) {
            all.add(leading(caller, frame, offer, shape, agreed));
        }
        for (var thing : most(fields, THINGS, MOST_THINGS)) {
            require(offer, Input.REFERENCE, THINGS);
            all.add(new Reference(Role.REFERENCE, take(caller, thing, null, THINGS, agreed)));
        }
        for (var face : most(fields, FACES, MOST_FACES)) {
            require(offer, Input.CHARACTER, FACES);
            if (!models.client(offer.id()).showsPeople()) {
                throw new ApiException(lacks(offer, Input.CHARACTER, FACES));
            }
            if (!agreed) {
                throw new ApiException(Refused.face(FACES));
            }
            all.add(new Reference(Role.CHARACTER, take(caller, face, PORTRAIT, FACES, true)));
        }
        return all;
    }

    /** The protocol's picture is the first frame; a model that only keeps to pictures gets it as one to keep to. */
    private Reference leading(Caller caller, Sent picture, ModelOffer offer, Shape shape, boolean agreed) {
        var can = offer.capabilities();
        boolean keepsTo = !can.takes(Input.FIRST_FRAME) && can.takes(Input.REFERENCE);
        if (!keepsTo) {
            require(offer, Input.FIRST_FRAME, FRAME);
        }
        var size = keepsTo ? null : shape.aspect().size(shape.lines());
        return new Reference(keepsTo ? Role.REFERENCE : Role.FIRST_FRAME, take(caller, picture, size, FRAME, agreed));
    }

    private static void require(ModelOffer offer, Input input, String field) {
        if (!offer.capabilities().takes(input)) {
            throw new ApiException(lacks(offer, input, field));
        }
    }

    private static ApiError lacks(ModelOffer offer, Input input, String field) {
        var lacks = switch (input) {
            case CHARACTER -> " draws nobody from a portrait.";
            case REFERENCE -> " takes no pictures of things that shall appear.";
            default -> " starts from words alone.";
        };
        return ApiError.invalid(
                "unsupported_value", field, offer.name() + lacks + " GET /v1/models tells which ones take pictures.");
    }

    private MediaKey take(Caller caller, Sent picture, Aspect.@Nullable Size size, String field, boolean agreed) {
        var key = kept(caller, picture, size, field);
        if (field.equals(FACES)) {
            pictures.isFace(caller.viewer(), key);
        }
        if (agreed) {
            pictures.agree(caller.viewer(), key, true, Said.PROGRAM);
        } else if (pictures.seen(caller.viewer(), key).filter(Seen::unspoken).isPresent()) {
            throw new ApiException(Refused.face(field));
        }
        return key;
    }

    private MediaKey kept(Caller caller, Sent picture, Aspect.@Nullable Size size, String field) {
        try {
            return picture.bytes() == null
                    ? pictures.fetch(caller.viewer(), String.valueOf(picture.address()), size)
                    : pictures.take(caller.viewer(), picture.bytes(), size);
        } catch (ImageRefused e) {
            throw new ApiException(Refused.of(e, field));
        }
    }

    private static @Nullable Sent frame(Fields fields) {
        if (fields.text(FRAME + "[file_id]").isPresent()) {
            throw new ApiException(ApiError.invalid(
                    "unsupported_value",
                    FRAME + "[file_id]",
                    "No files are kept here. Send the picture itself, or its address as input_reference[image_url]."));
        }
        var address = fields.text(FRAME + "[image_url]").orElse(null);
        var bytes = fields.bytes(FRAME).filter(it -> it.length > 0).orElse(null);
        if (address != null && bytes != null) {
            throw new ApiException(
                    ApiError.invalid("invalid_value", FRAME, "Send a picture or its address, not both."));
        }
        return address == null && bytes == null ? null : new Sent(address, bytes);
    }

    private static List<Sent> most(Fields fields, String field, int most) {
        var all = list(fields, field);
        if (all.size() > most) {
            throw new ApiException(ApiError.invalid(
                    "invalid_value", field, "At most " + most + " of " + field + " go with an order."));
        }
        return all;
    }

    private static List<Sent> list(Fields fields, String field) {
        return Stream.concat(
                        fields.all(field).stream().map(bytes -> new Sent(null, bytes)),
                        fields.texts(field + "[][image_url]").stream().map(address -> new Sent(address, null)))
                .toList();
    }

    private record Sent(@Nullable String address, byte @Nullable [] bytes) {}
}
