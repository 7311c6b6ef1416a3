package app.emaki.notification;

import app.emaki.account.Viewer;
import app.emaki.notification.NotificationQuery.Notice;
import app.emaki.platform.Cursor;
import app.emaki.video.Videos;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page of notices, and the number beside the bell. */
@Controller
@RequestMapping("/notifications")
class NotificationsController {
    private final Notifications notifications;
    private final NotificationQuery query;
    private final Videos videos;

    NotificationsController(Notifications notifications, NotificationQuery query, Videos videos) {
        this.notifications = notifications;
        this.query = query;
        this.videos = videos;
    }

    @GetMapping
    String page(Viewer viewer, @RequestParam(required = false) @Nullable String before, Model model) {
        var notices = query.page(
                viewer, Optional.ofNullable(before).flatMap(Cursor::parse).orElse(null));
        model.addAttribute("notices", notices);
        model.addAttribute(
                "cards",
                videos.cards(notices.items().stream()
                        .filter(notice -> notice.kind() != Kind.FAILED)
                        .map(Notice::topic)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
        return "notification/list";
    }

    @PostMapping("/reading")
    String read(Viewer viewer) {
        notifications.read(viewer);
        return "redirect:/notifications";
    }

    @GetMapping(path = "/unread", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String unread(Viewer viewer) {
        return String.valueOf(query.unread(viewer));
    }
}
