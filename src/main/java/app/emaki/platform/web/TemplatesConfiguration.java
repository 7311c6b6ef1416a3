package app.emaki.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** One engine for each language, so that templates can be pressed. */
@Configuration(proxyBeanMethods = false)
class TemplatesConfiguration {

    @Bean
    ThymeleafViewResolver thymeleafViewResolver(
            ThymeleafProperties properties,
            ApplicationContext context,
            MessageSource messages,
            Assets assets,
            ObjectProvider<IDialect> dialects) {
        var engines = PreferredLanguage.SPOKEN.stream()
                .collect(Collectors.<Locale, String, ISpringTemplateEngine>toMap(Locale::getLanguage, locale -> {
                    var templates = new PressedTemplates(new Press(messages, locale, assets.path()));
                    templates.setApplicationContext(context);
                    templates.setPrefix(properties.getPrefix());
                    templates.setSuffix(properties.getSuffix());
                    templates.setTemplateMode(properties.getMode());
                    templates.setCharacterEncoding(properties.getEncoding().name());
                    templates.setCacheable(properties.isCache());
                    var engine = new SpringTemplateEngine();
                    engine.setEnableSpringELCompiler(properties.isEnableSpringElCompiler());
                    engine.setTemplateEngineMessageSource(messages);
                    engine.setTemplateResolver(templates);
                    dialects.orderedStream().forEach(engine::addDialect);
                    engine.addDialect(new Kept());
                    return engine;
                }));
        var views = new ByLanguage(engines);
        views.setCharacterEncoding(properties.getEncoding().name());
        views.setContentType(properties.getServlet().getContentType() + ";charset=" + properties.getEncoding());
        // straight into what gathers the page
        views.setProducePartialOutputWhileProcessing(true);
        views.setCache(properties.isCache());
        // as Spring Boot has it: before whatever takes any name
        views.setOrder(Ordered.LOWEST_PRECEDENCE - 5);
        return views;
    }

    private static final class ByLanguage extends ThymeleafViewResolver {
        private final Map<String, ISpringTemplateEngine> engines;

        ByLanguage(Map<String, ISpringTemplateEngine> engines) {
            this.engines = engines;
            setTemplateEngine(engine(Locale.ENGLISH));
            setViewClass(Spoken.class);
        }

        @Override
        protected @Nullable View loadView(String name, Locale locale) throws Exception {
            var view = super.loadView(name, locale);
            if (view instanceof Spoken page) {
                page.setTemplateEngine(engine(locale));
            }
            return view;
        }

        private ISpringTemplateEngine engine(Locale locale) {
            var engine = engines.get(locale.getLanguage());
            return engine == null ? java.util.Objects.requireNonNull(engines.get("en")) : engine;
        }
    }

    /** A view that can be told its engine, and that sends a page whole or not at all. */
    static final class Spoken extends ThymeleafView {
        private static final int USUAL = 16_384;
        private volatile int length = USUAL;

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            // about as long as the last one, with some room
            var page = new WholePage(response, length + length / 8);
            super.render(model, request, page);
            length = Math.max(USUAL, page.send());
        }

        @Override
        protected void setTemplateEngine(ISpringTemplateEngine engine) {
            super.setTemplateEngine(engine);
        }
    }
}
