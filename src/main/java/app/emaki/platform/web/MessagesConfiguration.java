package app.emaki.platform.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One bundle a module under {@code messages/}, found by looking. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    @Bean
    MessageSource messageSource() throws IOException {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(bundles());
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(Locale.ENGLISH);
        source.setFallbackToSystemLocale(false);
        // so that an apostrophe is always written the same way
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    private static String[] bundles() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:/messages/*.properties");
        return Arrays.stream(files)
                .map(file -> String.valueOf(file.getFilename()).replace(".properties", ""))
                .filter(name -> !name.endsWith("_ja"))
                .map(name -> "messages/" + name)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
