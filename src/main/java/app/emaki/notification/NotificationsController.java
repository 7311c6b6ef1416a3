package app.emaki.notification;

import app.emaki.account.Viewer;
import app.emaki.notification.NotificationQuery.Notice;
import app.emaki.platform.Cursor;
import app.emaki.video.Videos;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The page of notices, the number beside the bell, and the bell itself. */
@Controller
@RequestMapping("/notifications")
class NotificationsController {
    private final Notifications notifications;
    private final NotificationQuery query;
    private final Bells bells;
    private final Videos videos;
    private final Clock clock;

    NotificationsController(
            Notifications notifications, NotificationQuery query, Bells bells, Videos videos, Clock clock) {
        this.clock = clock;
        this.notifications = notifications;
        this.query = query;
        this.bells = bells;
        this.videos = videos;
    }

    @GetMapping
    String page(
            Viewer viewer,
            @RequestParam(defaultValue = "ALL") Only only,
            @RequestParam(required = false) @Nullable String before,
            @RequestHeader(name = "X-Fragment", defaultValue = "") String fragment,
            Model model) {
        var notices = query.page(
                viewer, only, Optional.ofNullable(before).flatMap(Cursor::parse).orElse(null));
        model.addAttribute("notices", notices);
        model.addAttribute("days", days(notices.items()));
        model.addAttribute("only", only);
        model.addAttribute("onlies", Only.values());
        model.addAttribute("today", LocalDate.now(clock.withZone(ZoneId.systemDefault())));
        model.addAttribute(
                "cards",
                videos.cards(
                        viewer.id(),
                        notices.items().stream()
                                .filter(notice -> notice.kind() != Kind.FAILED)
                                .map(Notice::topic)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())));
        return fragment.isEmpty() ? "notification/list" : "notification/list :: notices";
    }

    private static Map<LocalDate, List<Notice>> days(List<Notice> notices) {
        return notices.stream()
                .collect(Collectors.groupingBy(
                        notice -> notice.happenedAt()
                                .atZone(ZoneId.systemDefault())
                                .toLocalDate(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    @PostMapping("/reading")
    String read(Viewer viewer) {
        notifications.read(viewer);
        return "redirect:/notifications";
    }

    @PostMapping("/{notice}/reading")
    String readOne(Viewer viewer, @PathVariable UUID notice) {
        notifications.read(viewer, notice);
        return "redirect:/notifications";
    }

    @GetMapping(path = "/unread", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String unread(Viewer viewer) {
        return String.valueOf(query.unread(viewer));
    }

    /** The number, each time it changes. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(Viewer viewer) {
        return bells.hang(viewer.id());
    }
}
