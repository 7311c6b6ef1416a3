package app.emaki.account;

import app.emaki.platform.RateLimits;
import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing in with an account kept elsewhere: there, and back. Who is known comes in; who is not is asked who they are here. */
@Controller
@RequestMapping("/sign-in/oidc")
class OidcSignInController {
    private static final Logger LOG = LoggerFactory.getLogger(OidcSignInController.class);
    private static final String BACK = "/sign-in/oidc/return";
    private static final String SETTINGS = "redirect:/settings/security#oidc";

    private final OidcProvider provider;
    private final OidcIdentities identities;
    private final OidcGuest guest;
    private final AccountRepository accounts;
    private final SecondFactor factor;
    private final Halfway halfway;
    private final SignIns signIns;
    private final WantedPage wanted;
    private final RateLimits limits;
    private final EntrySettings settings;
    private final Site site;

    OidcSignInController(
            OidcProvider provider,
            OidcIdentities identities,
            OidcGuest guest,
            AccountRepository accounts,
            SecondFactor factor,
            Halfway halfway,
            SignIns signIns,
            WantedPage wanted,
            RateLimits limits,
            EntrySettings settings,
            Site site) {
        this.provider = provider;
        this.identities = identities;
        this.guest = guest;
        this.accounts = accounts;
        this.factor = factor;
        this.halfway = halfway;
        this.signIns = signIns;
        this.wanted = wanted;
        this.limits = limits;
        this.settings = settings;
        this.site = site;
    }

    @GetMapping
    String leave(
            @Nullable Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes toast) {
        if (!provider.offered() || viewer != null && !guest.linking(viewer.id(), request)) {
            return viewer == null ? "redirect:/sign-in" : "redirect:/";
        }
        if (limits.take(settings.signIn().of("oidc", request)).isPresent()) {
            return refused(viewer, "busy", toast);
        }
        try {
            return "redirect:" + provider.ask(site.address(request) + BACK, request, response);
        } catch (OidcProvider.Refused e) {
            LOG.warn("{} does not answer as an OpenID provider: {}", provider.issuer(), e.getMessage());
            return refused(viewer, "silent", toast);
        }
    }

    @GetMapping("/return")
    String comeBack(
            @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes toast) {
        OidcPerson person;
        try {
            person = provider.answer(request, response);
        } catch (OidcProvider.Refused e) {
            if (error == null) {
                LOG.info("Nobody came in by {}: {}", provider.issuer(), e.getMessage());
            }
            return refused(viewer, "access_denied".equals(error) ? "stayed" : "refused", toast);
        }
        limits.giveBack(settings.signIn().of("oidc", request));
        if (viewer != null) {
            return link(viewer, person, request, toast);
        }
        var known = identities.open(person);
        if (known.isPresent()) {
            return enter(known.get(), request, response);
        }
        guest.keep(person, request);
        return person.verified() && accounts.existsByEmail(person.email())
                ? "redirect:/sign-in/oidc/known"
                : "redirect:/sign-in/oidc/new";
    }

    private String link(Viewer viewer, OidcPerson person, HttpServletRequest request, RedirectAttributes toast) {
        if (!guest.linking(viewer.id(), request)) {
            return "redirect:/";
        }
        guest.linked(request);
        toast.addFlashAttribute(
                "toast", identities.link(viewer.id(), person) ? "account.oidc.linked" : "account.oidc.taken");
        return SETTINGS;
    }

    private String enter(UUID id, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.findById(id).orElseThrow(NoSuchAccount::new);
        if (account.standing() == Standing.CLOSED) {
            if (account.closedAt() == null) {
                return "redirect:/sign-in?closed";
            }
            halfway.keep(id, Way.OIDC, request);
            return "redirect:/sign-in/return";
        }
        // the provider is no second factor of ours
        if (factor.isOn(id)) {
            halfway.keep(id, Way.OIDC, request);
            return "redirect:/sign-in/code";
        }
        signIns.begin(id, Way.OIDC, request, response);
        return "redirect:" + wanted.take(request, response).orElse("/");
    }

    private static String refused(@Nullable Viewer viewer, String why, RedirectAttributes toast) {
        if (viewer == null) {
            return "redirect:/sign-in?oidc=" + why;
        }
        toast.addFlashAttribute("toast", "account.oidc." + why);
        return SETTINGS;
    }
}
