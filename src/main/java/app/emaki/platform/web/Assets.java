package app.emaki.platform.web;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Static files under an address that carries the hash of them all: browsers may keep them for ever, and modules may import
 * each other by relative path and still never mix two versions.
 */
@Component
public class Assets implements WebMvcConfigurer {
    private final String path;

    Assets() throws IOException {
        this.path = "/assets/" + hash();
    }

    /** The folder of the static files, for instance {@code /assets/3fa9c1d2}. */
    public String path() {
        return path;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // asked first: an address with their hash is nobody else's
        registry.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registry.addResourceHandler(path + "/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    private static String hash() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:/static/**/*.*");
        Arrays.sort(files, Comparator.comparing(Assets::address));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException e) {
            throw new IllegalStateException("A static file without an address: " + file, e);
        }
    }
}
