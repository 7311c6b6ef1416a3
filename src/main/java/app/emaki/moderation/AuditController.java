package app.emaki.moderation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the log of the house is read, searched and taken out. */
@Controller
@RequestMapping("/admin/moderation")
class AuditController {
    private final AuditLog log;
    private final MatterView view;

    AuditController(AuditLog log, MatterView view) {
        this.log = log;
        this.view = view;
    }

    @GetMapping("/log")
    String log(
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        model.addAttribute("entries", log.page(q.strip(), before));
        model.addAttribute("q", q.strip());
        model.addAttribute("broken", log.broken());
        view.head(model);
        return "moderation/log";
    }

    /** Every entry that the search finds, oldest first, with its hash, so that it can be checked elsewhere. */
    @GetMapping("/log.csv")
    void export(@RequestParam(defaultValue = "") String q, HttpServletResponse response) throws IOException {
        var name = ContentDisposition.attachment().filename("emaki-audit.csv").build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, name.toString());
        response.setContentType("text/csv;charset=UTF-8");
        log.export(q.strip(), response.getOutputStream());
    }
}
