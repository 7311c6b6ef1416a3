package app.emaki.media.mastering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How a film came about, in the words of IPTC's digital source types; no word where nobody knows. */
record Origin(String term) {
    static final Origin MODEL = new Origin("trainedAlgorithmicMedia");
    static final Origin CAMERA = new Origin("digitalCapture");
    static final Origin UNKNOWN = new Origin("");
    private static final Origin MODEL_IN_PART = new Origin("compositeWithTrainedAlgorithmicMedia");
    private static final Origin COMPOSITE = new Origin("composite");

    /** The words that a file from elsewhere is believed in. */
    private static final Set<String> TERMS = Set.of(
            "digitalCapture",
            "computationalCapture",
            "multiFrameComputationalCapture",
            "compositeCapture",
            "screenCapture",
            "virtualRecording",
            "digitalCreation",
            "humanEdits",
            "algorithmicMedia",
            "algorithmicallyEnhanced",
            "dataDrivenMedia",
            "composite",
            "compositeSynthetic",
            "trainedAlgorithmicMedia",
            "compositeWithTrainedAlgorithmicMedia");

    private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final Pattern TERM = Pattern.compile("digitalsourcetype/([A-Za-z]{3,60})");
    /** Cameras and telephones sign what they film with who made them. */
    private static final Set<String> MAKERS =
            Set.of("make", "com.apple.quicktime.make", "com.android.manufacturer", "com.android.version");

    /** What a file says of itself: in its own metadata or in XMP, and else by the maker of a camera. */
    static Origin of(Map<String, String> metadata) {
        return metadata.values().stream()
                .flatMap(value -> TERM.matcher(value).results())
                .map(found -> found.group(1))
                .filter(TERMS::contains)
                .findFirst()
                .map(Origin::new)
                .orElse(metadata.keySet().stream().anyMatch(MAKERS::contains) ? CAMERA : UNKNOWN);
    }

    /** Of a film that is put together of others. */
    static Origin of(List<Origin> parts) {
        if (parts.stream().distinct().count() == 1) {
            return parts.getFirst();
        }
        return parts.stream().anyMatch(Origin::hasModel) ? MODEL_IN_PART : COMPOSITE;
    }

    boolean known() {
        return !term.isEmpty();
    }

    boolean hasModel() {
        return equals(MODEL) || equals(MODEL_IN_PART);
    }

    String address() {
        return VOCABULARY + term;
    }
}
