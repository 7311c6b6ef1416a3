package app.emaki.platform.web;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Pieces of pages that are written once and then kept, for as long as what they show is equal:
 * {@code <th:block kept:template="feed/slide" kept:by="${slide.face(true)}"></th:block>}. Such a template may look at nothing
 * but what {@code kept:by} stands for, and the language; the token of its forms is put in anew for each request. A fragment is
 * named as elsewhere, {@code layout/nav :: rail}, and finds other fragments by their full names alone.
 */
final class Kept extends AbstractProcessorDialect {
    private static final int PRECEDENCE = 1000;

    /** A shorter one, of a cookie that somebody made up, might stand elsewhere in a piece, which would then be cut there. */
    private static final int SHORTEST_TOKEN = 32;

    /** Characters in all; some thousand slides. */
    private static final long MOST = 8_000_000;

    private final Pieces pieces = new Pieces();

    Kept() {
        super("kept", "kept", PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Processor(prefix));
    }

    private final class Processor extends AbstractAttributeTagProcessor {
        Processor(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "template", true, PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String template,
                IElementTagStructureHandler structure) {
            var by = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, tag.getAttributeValue("kept", "by"))
                    .execute(context);
            var token = context.getVariable("_csrf") instanceof CsrfToken csrf ? csrf.getToken() : null;
            structure.replaceWith(
                    token == null || token.length() < SHORTEST_TOKEN
                            ? written(context, template)
                            : filled(context, new Name(template, Objects.requireNonNull(by)), token),
                    false);
        }

        private String filled(ITemplateContext context, Name name, String token) {
            var piece = pieces.find(name);
            if (piece == null) {
                var written = written(context, name.template());
                pieces.keep(name, written.split(Pattern.quote(token), -1));
                return written;
            }
            return String.join(token, piece);
        }

        private static String written(ITemplateContext context, String template) {
            var templates = context.getConfiguration().getTemplateManager();
            var parts = template.split(" :: ", 2);
            var selectors = parts.length == 1 ? null : Set.of(parts[1]);
            var out = new StringWriter(1 << 13);
            templates.process(
                    templates.parseStandalone(context, parts[0], selectors, TemplateMode.HTML, true, true),
                    context,
                    out);
            return out.toString();
        }
    }

    private record Name(String template, Object by) {}

    /** The pieces, without those that were not looked for the longest. */
    private static final class Pieces {
        private final Map<Name, String[]> kept = new LinkedHashMap<>(256, 0.75f, true);
        private long characters;

        synchronized String @Nullable [] find(Name name) {
            return kept.get(name);
        }

        synchronized void keep(Name name, String[] piece) {
            var before = kept.put(name, piece);
            characters += length(piece) - (before == null ? 0 : length(before));
            for (var oldest = kept.entrySet().iterator(); characters > MOST && oldest.hasNext(); oldest.remove()) {
                characters -= length(oldest.next().getValue());
            }
        }

        private static long length(String[] piece) {
            long length = 0;
            for (var part : piece) {
                length += part.length();
            }
            return length;
        }
    }
}
