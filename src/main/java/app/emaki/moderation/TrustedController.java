package app.emaki.moderation;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Authors whose films need no review. */
@Controller
@RequestMapping("/admin/moderation/trusted/{handle}")
class TrustedController {
    private final Accounts accounts;
    private final AuditLog log;
    private final JdbcClient jdbc;
    private final Clock clock;

    TrustedController(Accounts accounts, AuditLog log, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.log = log;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @PutMapping
    @Transactional
    public String trust(
            Viewer viewer,
            @PathVariable String handle,
            @RequestParam(defaultValue = "") String matter,
            RedirectAttributes flash) {
        var author = find(handle);
        if (author.id().equals(viewer.id())) {
            flash.addFlashAttribute("toast", "moderation.refused.own");
            return back(matter);
        }
        jdbc.sql("insert into trusted_author (account_id, since) values (?, ?) on conflict do nothing")
                .params(author.id(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        log.record(viewer.id(), "trusted", author.id(), "", "");
        return back(matter);
    }

    @DeleteMapping
    @Transactional
    public String distrust(Viewer viewer, @PathVariable String handle, @RequestParam(defaultValue = "") String matter) {
        var author = find(handle);
        jdbc.sql("delete from trusted_author where account_id = ?")
                .param(author.id())
                .update();
        log.record(viewer.id(), "distrusted", author.id(), "", "");
        return back(matter);
    }

    private Viewer find(String handle) {
        return accounts.find(handle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String back(String matter) {
        return "redirect:/admin/moderation" + (matter.matches("[1-9A-Za-z]{1,22}") ? "?matter=" + matter : "");
    }
}
