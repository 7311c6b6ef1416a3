package app.emaki.feed;

import app.emaki.video.VideoCard;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How a video is told of where it cannot be seen: its title and a line about it, in the reader's language. */
@Component
class Telling {
    private static final int LONGEST = 200;
    private static final int CUT = 150;

    private final MessageSource messages;

    Telling(MessageSource messages) {
        this.messages = messages;
    }

    String title(VideoCard video) {
        var title = video.title();
        return title.isEmpty() ? say("feed.untitled", video.authorHandle()) : title;
    }

    /** That it is generated, and whether it is an advertisement, come first and are never cut. */
    String description(VideoCard video) {
        var caption = video.caption().replaceAll("\\s+", " ");
        var text = (video.commercial() ? say("feed.ad") + " · " : "")
                + say("feed.share.description", video.authorHandle())
                + credit(video)
                + (caption.isEmpty() ? "" : " " + caption);
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, CUT)) + "…"
                : text;
    }

    ShareCard card(VideoCard video, String base) {
        return ShareCard.of(video, base, title(video), description(video));
    }

    /** Whose film it continues, also where that one is gone. */
    private String credit(VideoCard video) {
        var handle = video.remixOfHandle();
        return video.remixOf() == null
                ? ""
                : " " + (handle == null ? say("feed.remixOf.lost") + "." : say("feed.share.remix", handle));
    }

    private String say(String key, Object... with) {
        return messages.getMessage(key, with, LocaleContextHolder.getLocale());
    }
}
