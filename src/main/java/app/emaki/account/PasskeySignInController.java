package app.emaki.account;

import app.emaki.platform.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with a passkey: one question to the browser, one answer from it. */
@RestController
@RequestMapping("/sign-in/passkey")
class PasskeySignInController {
    private static final String ASKED = "passkey.request";

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Leaving leaving;
    private final Halfway halfway;
    private final SignIns signIns;
    private final WantedPage wanted;
    private final RateLimits limits;
    private final EntrySettings settings;

    PasskeySignInController(
            Passkeys passkeys,
            Accounts accounts,
            Leaving leaving,
            Halfway halfway,
            SignIns signIns,
            WantedPage wanted,
            RateLimits limits,
            EntrySettings settings) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.leaving = leaving;
        this.halfway = halfway;
        this.signIns = signIns;
        this.wanted = wanted;
        this.limits = limits;
        this.settings = settings;
    }

    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String options(HttpServletRequest request) {
        var options = passkeys.request(request);
        request.getSession().setAttribute(ASKED, options);
        return passkeys.json(options);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> signIn(
            @RequestBody String credential, HttpServletRequest request, HttpServletResponse response) {
        var gate = settings.signIn().of("passkey", request);
        var wait = limits.take(gate);
        if (wait.isPresent()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds() + 1))
                    .build();
        }
        var session = request.getSession();
        var asked = session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        if (!(asked instanceof PublicKeyCredentialRequestOptions options)) {
            return ResponseEntity.badRequest().build();
        }
        var account = passkeys.authenticate(options, credential, request);
        limits.giveBack(gate);
        if (!accounts.mayEnter(account)) {
            halfway.keep(account, Way.PASSKEY, request);
            return ResponseEntity.ok(Map.of("to", leaving.mayReturn(account) ? "/sign-in/return" : "/sign-in?closed"));
        }
        signIns.begin(account, Way.PASSKEY, request, response);
        return ResponseEntity.ok(Map.of("to", wanted.take(request, response).orElse("/")));
    }

    @ExceptionHandler
    ResponseEntity<Void> refused(Passkeys.Refused refused) {
        return ResponseEntity.badRequest().build();
    }
}
