package app.emaki.account;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Opens the links that prove an address, signed in or not. It takes a press: programs that read letters open what is in them. */
@Controller
@RequestMapping("/sign-in/email/{token}")
class EmailProofController {
    private static final String PAGE = "account/email-proof";

    private final EmailAddresses addresses;

    EmailProofController(EmailAddresses addresses) {
        this.addresses = addresses;
    }

    @GetMapping
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        return addresses
                .find(token)
                .map(proof -> {
                    model.addAttribute("proof", proof);
                    model.addAttribute("token", token);
                    return PAGE;
                })
                .orElseGet(() -> gone(model, response, HttpStatus.NOT_FOUND, "account.email.spent"));
    }

    @PostMapping
    String prove(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            return addresses
                    .use(token)
                    .map(proof -> {
                        model.addAttribute("done", proof);
                        return PAGE;
                    })
                    .orElseGet(() -> gone(model, response, HttpStatus.NOT_FOUND, "account.email.spent"));
        } catch (DataIntegrityViolationException e) {
            return gone(model, response, HttpStatus.CONFLICT, "account.email.other");
        }
    }

    private static String gone(Model model, HttpServletResponse response, HttpStatus status, String why) {
        response.setStatus(status.value());
        model.addAttribute("gone", why);
        return PAGE;
    }
}
