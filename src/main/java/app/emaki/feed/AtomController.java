package app.emaki.feed;

import app.emaki.video.VideoCard;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** What somebody shows to everybody, as an Atom feed (RFC 4287) for readers without an account. */
@Controller
class AtomController {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final ProfileQuery profiles;
    private final BaseUrl base;
    private final Telling telling;

    AtomController(ProfileQuery profiles, BaseUrl base, Telling telling) {
        this.profiles = profiles;
        this.base = base;
        this.telling = telling;
    }

    @GetMapping("/@{handle}/atom")
    @Nullable
    ResponseEntity<String> feed(@PathVariable String handle, WebRequest request) {
        var person = profiles.find(handle, null).filter(Profile::open).orElseThrow(NotHere::new);
        var videos = profiles.videos(person.id(), null, null).items();
        var text = write(person, videos);
        if (request.checkNotModified('"' + Integer.toHexString(text.hashCode()) + '"')) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
                // asked again each time: a film that somebody took back is gone at once
                .cacheControl(CacheControl.noCache())
                .body(text);
    }

    private String write(Profile person, List<VideoCard> videos) {
        var here = base.current() + "/@" + person.handle();
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", here);
            element(xml, "title", person.name() + " (@" + person.handle() + ")");
            element(xml, "updated", videos.isEmpty() ? person.since() : published(videos.getFirst()));
            link(xml, "self", "application/atom+xml", here + "/atom");
            link(xml, "alternate", "text/html", here);
            xml.writeStartElement("author");
            element(xml, "name", person.name());
            element(xml, "uri", here);
            xml.writeEndElement();
            for (var video : videos) {
                entry(xml, video);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, VideoCard video) throws XMLStreamException {
        var page = base.current() + video.page();
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + video.id());
        element(xml, "title", telling.title(video));
        element(xml, "updated", published(video));
        element(xml, "published", published(video));
        link(xml, "alternate", "text/html", page);
        link(xml, "enclosure", "video/mp4", base.current() + video.filmUrl());
        element(xml, "summary", telling.description(video));
        category(xml, "ai-generated");
        if (video.commercial()) {
            category(xml, "advertisement");
        }
        xml.writeEndElement();
    }

    private static Instant published(VideoCard video) {
        return Objects.requireNonNull(video.publishedAt());
    }

    private static void element(XMLStreamWriter xml, String name, Object words) throws XMLStreamException {
        xml.writeStartElement(name);
        // characters that no XML may hold, not even escaped
        xml.writeCharacters(words.toString()
                .replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", ""));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static void category(XMLStreamWriter xml, String term) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", term);
    }
}
