package app.emaki.invite;

import app.emaki.account.Viewer;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.platform.web.RemoteNetwork;
import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The baton: a page where a chain of codes is handed on, one seat at a time, without two readers racing for it. */
@Controller
class BatonController {
    private final Invites invites;
    private final InviteRepository repository;
    private final InviteQuery query;
    private final InviteSettings settings;
    private final RateLimits limits;
    private final Site site;
    private final Clock clock;

    BatonController(
            Invites invites,
            InviteRepository repository,
            InviteQuery query,
            InviteSettings settings,
            RateLimits limits,
            Site site,
            Clock clock) {
        this.invites = invites;
        this.repository = repository;
        this.query = query;
        this.settings = settings;
        this.limits = limits;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/b/{code}")
    String show(@PathVariable String code, @Nullable Viewer viewer, HttpServletRequest request, Model model) {
        var root = open(code, request);
        var chain = query.chain(root.getId(), clock.instant());
        model.addAttribute("chain", chain);
        model.addAttribute("names", root.getBaton() == Invite.Baton.NAMES);
        model.addAttribute("code", root.getBatonCode());
        model.addAttribute(
                "free", chain.stream().mapToInt(InviteQuery.Link::free).sum());
        model.addAttribute("seated", viewer != null && viewer.active());
        model.addAttribute("link", site.address(request) + "/b/" + root.getBatonCode());
        return "invite/baton";
    }

    /** Keeps the next free seat for ten minutes and leads to where it is taken. */
    @PostMapping("/b/{code}/seat")
    String hold(
            @PathVariable String code,
            @Nullable Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes toast) {
        var root = open(code, request);
        if (viewer != null && viewer.active()) {
            toast.addFlashAttribute("toast", "invite.seated");
            return "redirect:/b/" + root.getBatonCode();
        }
        limits.take("hold:" + RemoteNetwork.of(request), settings.hold()).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        var seat = invites.hold(root.getId(), KeptSeat.keep(request, response));
        if (seat.isEmpty()) {
            toast.addFlashAttribute("toast", "invite.baton.none");
            return "redirect:/b/" + root.getBatonCode();
        }
        return "redirect:/join/" + seat.get();
    }

    @PutMapping("/invites/baton")
    String carry(Viewer viewer, @RequestParam Invite.Baton baton, RedirectAttributes toast) {
        invites.carry(viewer, baton);
        toast.addFlashAttribute("toast", baton == Invite.Baton.OFF ? "invite.baton.closed" : "invite.baton.opened");
        return "redirect:/invites";
    }

    /** One tap after joining: the newcomer's own code goes on in the chain that brought them. */
    @PostMapping("/invites/baton")
    String handOn(Viewer viewer, RedirectAttributes toast) {
        invites.handOn(viewer);
        toast.addFlashAttribute("toast", "invite.baton.handed");
        var root = repository.chainOf(viewer.id()).flatMap(repository::findById).orElseThrow(NoSuchInvite::new);
        return "redirect:/b/" + root.getBatonCode();
    }

    /** The first code of an open chain; an address that is none counts, so that nobody finds one by trying. */
    private Invite open(String code, HttpServletRequest request) {
        var root = Code.meant(code)
                .flatMap(meant -> repository.findByBatonCode(meant.text()))
                .filter(invite -> invite.getBaton() != Invite.Baton.OFF);
        if (root.isEmpty()) {
            limits.take("baton:" + RemoteNetwork.of(request), settings.address())
                    .ifPresent(wait -> {
                        throw new TooSoon(wait);
                    });
            throw new NoSuchInvite();
        }
        return root.get();
    }
}
