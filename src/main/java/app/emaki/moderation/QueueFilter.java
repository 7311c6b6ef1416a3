package app.emaki.moderation;

import app.emaki.account.Plan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What of the queue a moderator wants to see; it stands in the address. */
record QueueFilter(
        @Nullable Sort sort,
        @Nullable Kind kind,
        @Nullable Rule rule,
        @Nullable Plan plan,
        @Nullable String language,
        @Nullable String by) {
    static final QueueFilter ALL = new QueueFilter(Sort.URGENT, null, null, null, null, null);

    QueueFilter {
        sort = Objects.requireNonNullElse(sort, Sort.URGENT);
        language = "ja".equals(language) || "en".equals(language) ? language : null;
        by = by == null || by.isBlank() || by.length() > 40 ? null : by.strip().replaceFirst("^@", "");
    }

    @Override
    public Sort sort() {
        return Objects.requireNonNull(sort);
    }

    /** Adds what it asks for, over the aliases {@code m} of the matter and {@code a} of its account. */
    void conditions(List<String> where, List<Object> params) {
        add("m.kind = ?", kind == null ? null : kind.name(), where, params);
        add("m.rule = ?", rule == null ? null : rule.name(), where, params);
        add("a.plan = ?", plan == null ? null : plan.name(), where, params);
        add("a.language = ?", language, where, params);
        add("a.handle = ?", by, where, params);
    }

    /** Whether it leaves anything out. */
    public boolean narrows() {
        return kind != null || rule != null || plan != null || language != null || by != null;
    }

    /** As it stands in an address, for instance {@code kind=VIDEO&rule=SPAM}; empty for everything. */
    String query() {
        var uri = UriComponentsBuilder.newInstance();
        if (sort != Sort.URGENT) {
            uri.queryParam("sort", sort);
        }
        param(uri, "kind", kind);
        param(uri, "rule", rule);
        param(uri, "plan", plan);
        param(uri, "language", language);
        param(uri, "by", by);
        var text = uri.encode().toUriString();
        return text.isEmpty() ? "" : text.substring(1);
    }

    private static void param(UriComponentsBuilder uri, String name, @Nullable Object value) {
        if (value != null) {
            uri.queryParam(name, value);
        }
    }

    private static void add(String condition, @Nullable Object value, List<String> where, List<Object> params) {
        if (value != null) {
            where.add(condition);
            params.add(value);
        }
    }

    /** In which order; each is an index. */
    enum Sort {
        URGENT("-m.weight, m.opened_at, m.id"),
        OLDEST("m.opened_at, m.id"),
        LOUDEST("-m.voices, m.opened_at, m.id");

        private final String order;

        Sort(String order) {
            this.order = order;
        }

        String order() {
            return order;
        }
    }
}
