package app.emaki.bench;

import app.emaki.platform.Cursor;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * What the pages of the feed cost, server and database together, beside the floors of the same run: the bare query of a page,
 * and a static file of the same server. The figure that holds on a busy machine is CPU time a request, read from /proc.
 * BENCH_FILMS (10000,20000) sets the sizes of the {@link Crowd}, measured one after the other. Growth is what the last size costs
 * over the first. The whole is BENCH_FILMS=10000,1000000, which fills for some minutes. BENCH_WARM (1500) requests of each page
 * come before those that count, as the compiler of a server that serves is done; then all pages are measured in three
 * rounds, and the middle one counts.
 */
public final class FeedBench {
    private static final String SIZES = System.getenv().getOrDefault("BENCH_FILMS", "10000,20000");
    private static final int WARM = Integer.parseInt(System.getenv().getOrDefault("BENCH_WARM", "1500"));
    private static final int RUNS = 300;
    private static final int ROUNDS = 3;
    private static final String FLOOR = "floor";
    private static final String STATIC = FLOOR + ": static file";
    private static final String BARE = FLOOR + ": bare query";
    private static final Pattern ASSET = Pattern.compile("(/assets/[0-9a-f]+)/");

    private record Cost(double cpu, double p50, double p99, double perSecond, int bytes) {}

    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();
    private final int films;
    private final Crowd crowd;
    private final Served served;

    private FeedBench(int films, Crowd crowd, Served served) {
        this.films = films;
        this.crowd = crowd;
        this.served = served;
    }

    public static void main(String[] args) throws Exception {
        var sizes = Arrays.stream(SIZES.split(",")).map(Integer::valueOf).toList();
        var all = new ArrayList<Map<String, Double>>();
        for (int films : sizes) {
            all.add(measure(films));
        }
        var first = all.getFirst();
        var last = all.getLast();
        double floor = last.get(BARE) + last.get(STATIC);
        double growth = last.keySet().stream()
                .filter(page -> !page.startsWith(FLOOR))
                .mapToDouble(page -> last.get(page) / first.get(page))
                .max()
                .orElseThrow();
        System.out.printf(
                "feed ratio=%.1f for_you=%.2fms video=%.2fms comments=%.2fms floor=%.2fms growth=%.2f films=%d..%d%n",
                last.get("For you") / floor,
                last.get("For you"),
                last.get("video page"),
                last.get("comments"),
                floor,
                growth,
                sizes.getFirst(),
                sizes.getLast());
        var bars = new Bars();
        bars.most("feed.page", last.get("For you"));
        bars.most("feed.video", last.get("video page"));
        bars.most("feed.comments", last.get("comments"));
        bars.most("feed.growth", growth);
        System.exit(bars.told());
    }

    /** CPU time of each page, in milliseconds, on an instance with so many films. */
    private static Map<String, Double> measure(int films) throws Exception {
        var crowd = new Crowd(films);
        try (var served = Served.start("feed-" + films, crowd::fill)) {
            var bench = new FeedBench(films, crowd, served);
            bench.run();
            return bench.middle();
        }
    }

    private void run() throws Exception {
        var viewer = crowd.befriend(served.db());
        var feed = served.get("/");
        var assets = ASSET.matcher(feed.body());
        if (!feed.body().contains("class=\"take\"") || !assets.find()) {
            throw new IllegalStateException("The feed shows no film to " + viewer + ": " + feed.statusCode());
        }
        var pages = pages(assets.group(1));
        for (var page : pages.values()) {
            for (int n = 0; n < WARM; n++) {
                served.send(page.apply(n));
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            bareQuery(viewer);
            for (var page : pages.entrySet()) {
                measure(page.getKey(), page.getValue(), WARM + round * RUNS);
            }
        }
    }

    private Map<String, IntFunction<HttpRequest>> pages(String assets) {
        var deep = new Cursor(Instant.now().minus(Duration.ofMinutes(500)), new UUID(0, 0)).encode();
        var pages = new LinkedHashMap<String, IntFunction<HttpRequest>>();
        pages.put(STATIC, n -> page(assets + "/img/icons.svg"));
        pages.put("For you", n -> page("/"));
        pages.put("For you, fragment", n -> served.request("/", "slides"));
        pages.put("For you, page 50", n -> page("/?after=" + deep));
        pages.put("Latest", n -> page("/latest"));
        pages.put("Latest, page 50", n -> page("/latest?after=" + deep));
        pages.put("Following", n -> page("/following"));
        pages.put("Following, page 50", n -> page("/following?after=" + deep));
        pages.put("video page", n -> page("/v/" + talkedAbout(n)));
        pages.put("comments", n -> served.request("/v/" + talkedAbout(n), "comments"));
        pages.put("profile", n -> page("/@p" + (1 + n * 17 % crowd.people())));
        pages.put("search", n -> {
            if (n % 200 == 0) {
                forgetRates();
            }
            return page("/search?q=tram+w" + n % 1000);
        });
        return pages;
    }

    private HttpRequest page(String path) {
        return served.request(path, "");
    }

    private String talkedAbout(int n) {
        return Crowd.film(1 + n * 37 % (films / 10));
    }

    /** Nobody looks for so much in so short a time; the limit would answer instead of the page. */
    private void forgetRates() {
        try {
            Crowd.run(served.db(), "delete from rate_limit");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void measure(String name, IntFunction<HttpRequest> asked, int from) throws Exception {
        double before = served.cpu();
        long start = System.nanoTime();
        var times = new long[RUNS];
        int bytes = 0;
        for (int n = 0; n < RUNS; n++) {
            long at = System.nanoTime();
            bytes = served.send(asked.apply(from + n));
            times[n] = System.nanoTime() - at;
        }
        double wall = (System.nanoTime() - start) / 1e9;
        note(name, times, (served.cpu() - before) / RUNS, RUNS / wall, bytes);
    }

    /** The page of ten by its index with who made it and whether it is liked, and nothing else. */
    private void bareQuery(UUID viewer) throws Exception {
        var sql =
                "with page as (select id, published_at from video where listed order by published_at desc, id desc limit 10)"
                        + " select v.*, a.handle, l.account from page p join video v on v.id = p.id join account a on a.id = v.author"
                        + " left join video_like l on l.account = ? and l.video = v.id order by p.published_at desc";
        try (var statement = served.db().prepareStatement(sql)) {
            var times = new long[RUNS];
            double before = 0;
            long start = 0;
            for (int n = -WARM; n < RUNS; n++) {
                if (n == 0) {
                    before = served.databaseCpu();
                    start = System.nanoTime();
                }
                long at = System.nanoTime();
                statement.setObject(1, viewer);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getString("caption");
                    }
                }
                if (n >= 0) {
                    times[n] = System.nanoTime() - at;
                }
            }
            note(BARE, times, (served.databaseCpu() - before) / RUNS, RUNS / ((System.nanoTime() - start) / 1e9), 0);
        }
    }

    private void note(String name, long[] times, double cpuMillis, double perSecond, int bytes) {
        Arrays.sort(times);
        costs.computeIfAbsent(name, page -> new ArrayList<>())
                .add(new Cost(cpuMillis, times[RUNS / 2] / 1e6, times[RUNS * 99 / 100] / 1e6, perSecond, bytes));
    }

    /** Of each page the round in the middle by CPU time, which is printed. */
    private Map<String, Double> middle() {
        var middle = new LinkedHashMap<String, Double>();
        costs.forEach((name, rounds) -> {
            rounds.sort(java.util.Comparator.comparingDouble(Cost::cpu));
            var cost = rounds.get(rounds.size() / 2);
            middle.put(name, cost.cpu());
            System.out.printf(
                    "%-20s cpu %6.2f ms   p50 %6.2f ms   p99 %7.2f ms   %6.0f/s   %,7d bytes%n",
                    name, cost.cpu(), cost.p50(), cost.p99(), cost.perSecond(), cost.bytes());
        });
        return middle;
    }
}
