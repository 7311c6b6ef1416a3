package app.emaki.platform.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;

/** Reads the templates, each {@linkplain Press pressed} for one language. */
class PressedTemplates extends SpringResourceTemplateResolver {
    private final Press press;

    PressedTemplates(Press press) {
        this.press = press;
    }

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            String ownerTemplate,
            String template,
            String resourceName,
            String characterEncoding,
            Map<String, Object> resolution) {
        return new Pressed(
                super.computeTemplateResource(
                        configuration, ownerTemplate, template, resourceName, characterEncoding, resolution),
                press);
    }

    private record Pressed(ITemplateResource source, Press press) implements ITemplateResource {
        @Override
        public String getDescription() {
            return source.getDescription();
        }

        @Override
        public String getBaseName() {
            return source.getBaseName();
        }

        @Override
        public boolean exists() {
            return source.exists();
        }

        @Override
        public Reader reader() throws IOException {
            try (var reader = new BufferedReader(source.reader())) {
                return new StringReader(press.press(reader.readAllAsString()));
            }
        }

        @Override
        public ITemplateResource relative(String location) {
            return new Pressed(source.relative(location), press);
        }
    }
}
