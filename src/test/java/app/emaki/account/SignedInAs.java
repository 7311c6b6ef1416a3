package app.emaki.account;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lets a MockMvc request come from somebody: {@code mvc.get().uri("/studio").with(signedInAs(viewer))}. */
public final class SignedInAs {
    private SignedInAs() {}

    /** The request comes from this account, whatever its standing. */
    public static RequestPostProcessor signedInAs(Viewer viewer) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(new SignedIn(viewer.id()), null, List.of()));
    }
}
