package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The passkeys of whoever is signed in: adding one with the browser's help, naming and removing them. A new one is a way in for
 * ever, and without one its owner may be shut out, so both take the owner and not just an open session.
 */
@Controller
@RequestMapping("/settings/passkeys")
class PasskeysController {
    static final String ASKED = "passkey.creation";
    private static final int LONGEST_LABEL = 40;
    private static final int MOST = 20;

    private final Passkeys passkeys;
    private final PasskeyStore store;
    private final WaysIn ways;
    private final OwnerProof proof;

    PasskeysController(Passkeys passkeys, PasskeyStore store, WaysIn ways, OwnerProof proof) {
        this.ways = ways;
        this.proof = proof;
        this.passkeys = passkeys;
        this.store = store;
    }

    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<String> options(Viewer viewer, HttpServletRequest request) {
        if (!proof.fresh(request)) {
            return ResponseEntity.status(HttpStatus.PRECONDITION_REQUIRED).build();
        }
        var options = passkeys.creation(viewer, request);
        request.getSession().setAttribute(ASKED, options);
        return ResponseEntity.ok(passkeys.json(options));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Map<String, String>> register(
            Viewer viewer, @RequestBody String credential, HttpServletRequest request) {
        var session = request.getSession();
        var asked = session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        if (!proof.fresh(request)) {
            return ResponseEntity.status(HttpStatus.PRECONDITION_REQUIRED).build();
        }
        var known = store.of(viewer.id()).size();
        if (!(asked instanceof PublicKeyCredentialCreationOptions options)
                || !Passkeys.isFor(viewer, options)
                || known >= MOST) {
            return ResponseEntity.badRequest().build();
        }
        var agent = Agent.of(SignInHistory.agent(request));
        var label = (agent.system() + " " + agent.browser()).strip();
        passkeys.register(options, credential, label.isEmpty() ? viewer.handle() : label, request);
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("to", "/settings/security#passkeys"));
    }

    @PutMapping("/{id}")
    String rename(Viewer viewer, @PathVariable UUID id, @RequestParam String label, RedirectAttributes toast) {
        var name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            toast.addFlashAttribute("toast", "account.passkeys.name.form");
        } else {
            found(store.rename(viewer.id(), id, name));
            toast.addFlashAttribute("toast", "account.settings.kept");
        }
        return "redirect:/settings/security";
    }

    @DeleteMapping("/{id}")
    String remove(Viewer viewer, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes toast) {
        if (!proof.fresh(request)) {
            return ProofController.FIRST + "passkeys";
        }
        toast.addFlashAttribute(
                "toast", ways.removePasskey(viewer.id(), id) ? "account.passkeys.removed" : "account.passkeys.last");
        return "redirect:/settings/security";
    }

    @org.springframework.web.bind.annotation.ExceptionHandler
    ResponseEntity<Void> refused(Passkeys.Refused refused) {
        return ResponseEntity.badRequest().build();
    }

    private static void found(boolean found) {
        if (!found) {
            throw new NoSuchAccount();
        }
    }
}
