package app.emaki.invite;

import app.emaki.account.Viewer;
import app.emaki.platform.web.QrCode;
import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiConsumer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's own ticket: the code, who took the four seats, and how to hand it on. */
@Controller
class InvitesController {
    private static final int GENERATIONS = 2;

    private final InviteRepository repository;
    private final InviteQuery query;
    private final Invites invites;
    private final Site site;

    InvitesController(InviteRepository repository, InviteQuery query, Invites invites, Site site) {
        this.repository = repository;
        this.query = query;
        this.invites = invites;
        this.site = site;
    }

    @GetMapping("/invites")
    String show(Viewer viewer, HttpServletRequest request, Model model) {
        addTicket(viewer, request, model);
        model.addAttribute("tree", query.branch(viewer.id(), GENERATIONS));
        return "invite/invites";
    }

    /** What a newcomer sees first, and the admin after the set-up. */
    @GetMapping("/invites/welcome")
    String welcome(Viewer viewer, HttpServletRequest request, Model model) {
        addTicket(viewer, request, model);
        return "invite/welcome";
    }

    @GetMapping("/invites/qr")
    ResponseEntity<String> qr(Viewer viewer, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.noStore())
                .body(QrCode.svg(link(own(viewer), request)));
    }

    @PutMapping("/invites/pause")
    String pause(Viewer viewer, RedirectAttributes toast) {
        return change(Invites::pause, viewer, toast, "invite.paused");
    }

    @DeleteMapping("/invites/pause")
    String resume(Viewer viewer, RedirectAttributes toast) {
        return change(Invites::resume, viewer, toast, "invite.resumed");
    }

    @PutMapping("/invites/closure")
    String close(Viewer viewer, RedirectAttributes toast) {
        return change(Invites::close, viewer, toast, "invite.closed");
    }

    @PostMapping("/invites/renewal")
    String renew(Viewer viewer, RedirectAttributes toast) {
        return change(Invites::renew, viewer, toast, "invite.renewed");
    }

    private String change(BiConsumer<Invites, Viewer> change, Viewer viewer, RedirectAttributes toast, String words) {
        change.accept(invites, viewer);
        toast.addFlashAttribute("toast", words);
        return "redirect:/invites";
    }

    private void addTicket(Viewer viewer, HttpServletRequest request, Model model) {
        var invite = own(viewer);
        model.addAttribute("invite", invite);
        model.addAttribute("seated", query.seated(invite.getId()));
        model.addAttribute("link", link(invite, request));
        var open = invite.getBaton() != Invite.Baton.OFF;
        model.addAttribute("batonLink", open ? site.address(request) + "/b/" + invite.getBatonCode() : null);
        // the chain that brought somebody here, while their own code has not been handed on into it
        model.addAttribute(
                "chain",
                invite.getChainId() == null && repository.chainOf(viewer.id()).isPresent());
        query.host(viewer.id()).ifPresent(host -> model.addAttribute("host", host));
    }

    private Invite own(Viewer viewer) {
        return repository.findPersonal(viewer.id()).orElseThrow(NoSuchInvite::new);
    }

    private String link(Invite invite, HttpServletRequest request) {
        return site.address(request) + "/join/" + invite.getCode();
    }
}
