package app.emaki.media.mastering;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a file says of itself to machines: how it came about, by which model, where, and from what. As tags that players show, and
 * as XMP with IPTC's digital source type. Signed credentials will stand beside these.
 *
 * @param credit whose work it is made from, in a sentence; empty for none
 * @param origin how it came about; of a film from elsewhere only what it says itself
 * @param parts ids of the films that it was bound of; none for a film of its own
 */
record Disclosure(Job job, String credit, Origin origin, List<String> parts) {
    /** The type under which ISO base media files carry XMP. */
    private static final long XMP_HIGH = 0xBE7ACFCB97A942E8L;

    private static final long XMP_LOW = 0x9C71999491E3AFACL;

    Disclosure(Job job, String credit, Origin origin) {
        this(job, credit, origin, List.of());
    }

    /** Names and values of the container's own metadata. */
    Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        tags.put("comment", comment());
        tags.put("description", "%s %s by @%s.".formatted(sentence(), named(job.video()), job.handle()));
        if (origin.known()) {
            tags.put("digitalSourceType", origin.address());
        }
        tags.put("app.emaki.instance", job.instance());
        tags.put("app.emaki.video", job.video());
        tags.put("app.emaki.model", job.model());
        if (!job.remixOf().isEmpty()) {
            tags.put("app.emaki.remixOf", job.remixOf());
        }
        if (!credit.isEmpty()) {
            tags.put("app.emaki.credit", credit);
        }
        if (!parts.isEmpty()) {
            tags.put("app.emaki.parts", parts.stream().map(Disclosure::named).collect(Collectors.joining(", ")));
        }
        return tags;
    }

    private String comment() {
        return origin.hasModel()
                ? "AI generated / AI生成 — made by " + job.model() + " on " + job.instance()
                : "Sent in / 持ち込み — written anew on " + job.instance();
    }

    private String sentence() {
        return origin.equals(Origin.MODEL)
                ? "Made by a trained algorithm."
                : origin.hasModel() ? "Made in part by a trained algorithm." : "Not made here.";
    }

    /** Adds the XMP to the end of a finished file, where it moves nothing. */
    void append(Path file) throws IOException {
        var packet = xmp().getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var box = new DataOutputStream(bytes)) {
            box.writeInt(8 + 16 + packet.length);
            box.writeBytes("uuid");
            box.writeLong(XMP_HIGH);
            box.writeLong(XMP_LOW);
            box.write(packet);
        }
        Files.write(file, bytes.toByteArray(), StandardOpenOption.APPEND);
    }

    String xmp() {
        var type = origin.known()
                ? "<Iptc4xmpExt:DigitalSourceType>" + origin.address() + "</Iptc4xmpExt:DigitalSourceType>"
                : "";
        var parent = element("remixOf", job.remixOf()) + element("credit", credit) + bag();
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about=""
                  xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
                  xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                  xmlns:emaki="https://emaki.app/ns/1.0/">
                %s
                <xmp:CreatorTool>%s</xmp:CreatorTool>
                <emaki:instance>%s</emaki:instance>
                <emaki:video>%s</emaki:video>
                <emaki:author>%s</emaki:author>%s
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>""".formatted(
                        type, text(job.model()), text(job.instance()), text(job.video()), text(job.handle()), parent);
    }

    /** Each of the films by its name: what was said of one of them goes with the whole. */
    private String bag() {
        return parts.isEmpty()
                ? ""
                : parts.stream()
                        .map(part -> "<rdf:li>" + text(named(part)) + "</rdf:li>")
                        .collect(Collectors.joining("", "<emaki:parts><rdf:Bag>", "</rdf:Bag></emaki:parts>"));
    }

    /** As a file says that it is one of ours, by which it is known again. */
    private static String named(String video) {
        return "Video " + video;
    }

    private static String element(String name, String value) {
        return value.isEmpty() ? "" : "<emaki:%1$s>%2$s</emaki:%1$s>".formatted(name, text(value));
    }

    private static String text(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
