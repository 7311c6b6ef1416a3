package app.emaki.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A small OpenID provider on the loopback, over real HTTP: it signs whom the test says sits before it, and can be told to cheat. */
final class ScriptedIssuer implements AutoCloseable {
    static final String CLIENT = "emaki";
    static final String SECRET = "a secret of the two";

    private final HttpServer server;
    private final RSAKey key;
    private final Clock clock;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    /** Who sits before it. */
    Map<String, Object> person = Map.of("sub", "nobody");
    /** What it claims instead of the truth. */
    Map<String, Object> lies = Map.of();
    /** The key that it signs with, not always the one that it shows. */
    RSAKey signsWith;

    boolean emailOnlyOnAsking;

    ScriptedIssuer(Clock clock) throws IOException, JOSEException {
        this.clock = clock;
        key = key();
        signsWith = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", call -> json(call, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "userinfo_endpoint": "%1$s/who", "response_types_supported": ["code"],
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic"]}""".formatted(name())));
        server.createContext("/keys", call -> json(call, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/who", this::who);
        server.start();
    }

    static RSAKey key() throws JOSEException {
        return new RSAKeyGenerator(2048).keyID("one").generate();
    }

    String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    OidcSettings settings() {
        return new OidcSettings(name(), CLIENT, SECRET, "Kura");
    }

    /** What a browser does that is sent there: it asks, and is sent back to where this answers. */
    URI visit(String address) throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void authorize(HttpExchange call) throws IOException {
        var asked = parameters(call.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        call.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private void token(HttpExchange call) throws IOException {
        var sent = parameters(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(sent.getOrDefault("code", ""));
        var secret = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        if (asked == null
                || !("Basic " + secret).equals(call.getRequestHeaders().getFirst("Authorization"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || !challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
                || !asked.get("redirect_uri").equals(sent.get("redirect_uri"))) {
            json(call, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        json(call, 200, """
                {"access_token": "opens-who", "token_type": "Bearer", "expires_in": 60, "scope": "openid profile email",
                 "id_token": "%s"}""".formatted(signed(asked.get("nonce"))));
    }

    private void who(HttpExchange call) throws IOException {
        json(
                call,
                "Bearer opens-who".equals(call.getRequestHeaders().getFirst("Authorization")) ? 200 : 401,
                JSONObjectUtils.toJSONString(person));
    }

    private String signed(String nonce) {
        try {
            var claims = new HashMap<String, Object>();
            claims.put("iss", name());
            claims.put("aud", CLIENT);
            claims.put("nonce", nonce);
            claims.put("iat", Date.from(clock.instant()));
            claims.put("exp", Date.from(clock.instant().plusSeconds(60)));
            claims.putAll(person);
            claims.putAll(lies);
            if (emailOnlyOnAsking) {
                claims.remove("email");
                claims.remove("email_verified");
            }
            var builder = new JWTClaimsSet.Builder();
            claims.forEach(
                    (name, value) -> builder.claim(name, value instanceof Instant then ? Date.from(then) : value));
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(signsWith.getKeyID())
                            .build(),
                    builder.build());
            token.sign(new RSASSASigner(signsWith));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        var found = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var half = pair.split("=", 2);
            found.put(half[0], URLDecoder.decode(half[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private static void json(HttpExchange call, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
