package app.emaki.account;

import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in with what a device keeps and unlocks (WebAuthn). The address by which the instance was asked is the only origin
 * that counts; a device is always asked to verify its owner, so that a passkey needs no second factor.
 */
@Component
@Transactional
class Passkeys {
    private final PasskeyStore store;
    private final Accounts accounts;
    private final Instances instances;
    private final Site site;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(PasskeyStore store, Accounts accounts, Instances instances, Site site) {
        this.store = store;
        this.accounts = accounts;
        this.instances = instances;
        this.site = site;
    }

    /** What a device is asked to make a passkey for. */
    PublicKeyCredentialCreationOptions creation(Viewer viewer, HttpServletRequest request) {
        var owner =
                UsernamePasswordAuthenticationToken.authenticated(viewer.id().toString(), null, Set.of());
        return operations(request)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
    }

    /** Whether it was this account that a device was asked to make a passkey for. */
    static boolean isFor(Viewer viewer, PublicKeyCredentialCreationOptions asked) {
        return asked.getUser().getId().equals(bytes(viewer.id()));
    }

    /**
     * Keeps the passkey that a device made.
     *
     * @throws Refused when it is not the answer to what was asked
     */
    void register(
            PublicKeyCredentialCreationOptions asked, String credential, String label, HttpServletRequest request) {
        var answer = read(credential, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
        try {
            operations(request)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            asked, new RelyingPartyPublicKey(answer, label)));
        } catch (RuntimeException e) {
            throw new Refused(e);
        }
    }

    /** What a device is asked to sign in with; it offers whatever passkeys it has for this place. */
    PublicKeyCredentialRequestOptions request(HttpServletRequest request) {
        var stranger = new AnonymousAuthenticationToken(
                "anybody", "anybody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
        return operations(request)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(stranger));
    }

    /**
     * The account whose passkey signed what was asked.
     *
     * @throws Refused when none did
     */
    UUID authenticate(PublicKeyCredentialRequestOptions asked, String credential, HttpServletRequest request) {
        var answer = read(credential, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
        try {
            var owner = operations(request).authenticate(new RelyingPartyAuthenticationRequest(asked, answer));
            return uuid(owner.getId());
        } catch (RuntimeException e) {
            throw new Refused(e);
        }
    }

    /** Options as a browser reads them. */
    String json(Object options) {
        return json.writeValueAsString(options);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Refused(e);
        }
    }

    private Webauthn4JRelyingPartyOperations operations(HttpServletRequest request) {
        var origin = site.address(request);
        var place = PublicKeyCredentialRpEntity.builder()
                .id(Objects.requireNonNullElse(URI.create(origin).getHost(), "localhost"))
                .name(instances.current().name())
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(new Owners(), store, place, Set.of(originOf(origin)));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private static String originOf(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    static Bytes bytes(UUID id) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static UUID uuid(Bytes id) {
        var buffer = ByteBuffer.wrap(id.getBytes());
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(Throwable cause) {
            super(cause);
        }
    }

    /** Accounts as a device knows them: by an id that says nothing, with the handle for its owner to read. */
    private final class Owners implements PublicKeyCredentialUserEntityRepository {
        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
            return accounts.find(uuid(id)).map(Owners::entity).orElse(null);
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
            return accounts.find(UUID.fromString(id)).map(Owners::entity).orElse(null);
        }

        @Override
        public void save(PublicKeyCredentialUserEntity entity) {
            throw new UnsupportedOperationException("Accounts are kept by their door");
        }

        @Override
        public void delete(Bytes id) {
            throw new UnsupportedOperationException("Accounts are kept by their door");
        }

        private static PublicKeyCredentialUserEntity entity(Viewer viewer) {
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(bytes(viewer.id()))
                    .name(viewer.handle())
                    .displayName(viewer.displayName())
                    .build();
        }
    }
}
