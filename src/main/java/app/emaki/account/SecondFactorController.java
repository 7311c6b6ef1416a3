package app.emaki.account;

import app.emaki.platform.RateLimits;
import app.emaki.platform.web.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Turns the codes of an app on and off, and makes recovery codes. Each change asks for a code; to turn them on, which shuts out
 * whoever has another phone, it takes the owner.
 */
@Controller
class SecondFactorController {
    private static final String PAGE = "account/second-factor";
    private static final String CODES = "account/recovery-codes";
    private static final String BACK = "redirect:/settings/security";

    private final SecondFactor factor;
    private final CodeProof codes;
    private final OwnerProof proof;
    private final Instances instances;
    private final RateLimits limits;
    private final EntrySettings settings;

    SecondFactorController(
            SecondFactor factor,
            CodeProof codes,
            OwnerProof proof,
            Instances instances,
            RateLimits limits,
            EntrySettings settings) {
        this.factor = factor;
        this.codes = codes;
        this.proof = proof;
        this.instances = instances;
        this.limits = limits;
        this.settings = settings;
    }

    @GetMapping("/settings/second-factor")
    String show(Viewer viewer, HttpServletRequest request, Model model) {
        if (!factor.isOn(viewer.id()) && !proof.fresh(request)) {
            return ProofController.FIRST + "second-factor";
        }
        model.addAttribute("form", new CodeForm(""));
        return page(viewer, model);
    }

    @GetMapping("/settings/second-factor/qr")
    ResponseEntity<String> qr(Viewer viewer, HttpServletRequest request) {
        return factor.isOn(viewer.id()) || !proof.fresh(request)
                ? ResponseEntity.notFound().build()
                : factor.begin(viewer.id())
                        .map(secret -> ResponseEntity.ok()
                                .contentType(MediaType.valueOf("image/svg+xml"))
                                .cacheControl(CacheControl.noStore())
                                .body(QrCode.svg(address(viewer, secret))))
                        .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/settings/second-factor")
    String confirm(
            Viewer viewer,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!proof.fresh(request)) {
            return ProofController.FIRST + "second-factor";
        }
        if (!mayTry(viewer, errors, response)) {
            return page(viewer, model);
        }
        var recovery = factor.confirm(viewer.id(), form.typed());
        if (recovery.isEmpty()) {
            errors.rejectValue("code", "account.second.wrong");
            return page(viewer, model);
        }
        limits.giveBack(key(viewer), settings.secondFactor());
        return show(recovery.get(), model);
    }

    @PostMapping("/settings/recovery-codes")
    String renew(
            Viewer viewer,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        return codes.given(viewer.id(), "code", form.code(), errors, response)
                ? show(factor.renewCodes(viewer.id()), model)
                : page(viewer, model);
    }

    @DeleteMapping("/settings/second-factor")
    String end(
            Viewer viewer,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes toast) {
        if (!codes.given(viewer.id(), "code", form.code(), errors, response)) {
            return page(viewer, model);
        }
        factor.end(viewer.id());
        toast.addFlashAttribute("toast", "account.second.ended");
        return BACK;
    }

    private boolean mayTry(Viewer viewer, BindingResult errors, HttpServletResponse response) {
        var wait = limits.take(key(viewer), settings.secondFactor());
        wait.ifPresent(patience -> TooManyTries.answer(patience, errors, response));
        return wait.isEmpty();
    }

    private static String key(Viewer viewer) {
        return "second-factor:" + viewer.id();
    }

    private String page(Viewer viewer, Model model) {
        var secret = factor.begin(viewer.id());
        model.addAttribute("on", secret.isEmpty());
        secret.ifPresent(
                bytes -> model.addAttribute("secret", Totp.base32(bytes).replaceAll("(.{4})(?!$)", "$1 ")));
        model.addAttribute("codesLeft", factor.codesLeft(viewer.id()));
        return PAGE;
    }

    private String show(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        model.addAttribute("place", instances.current().name());
        return CODES;
    }

    private String address(Viewer viewer, byte[] secret) {
        var issuer = encode(instances.current().name());
        return "otpauth://totp/" + issuer + ":" + encode(viewer.handle()) + "?secret=" + Totp.base32(secret)
                + "&issuer=" + issuer;
    }

    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    record CodeForm(@Nullable String code) {
        String typed() {
            return Objects.requireNonNullElse(code, "");
        }
    }
}
