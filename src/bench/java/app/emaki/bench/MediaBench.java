package app.emaki.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;

/**
 * What sending a film to a signed-in viewer costs, server and database together, beside nginx that sends the same file to
 * anybody: whole, and in ranges. Needs nginx on the machine. Ranges are for the eye; the bar is for the whole film.
 */
public final class MediaBench {
    private static final int FILMS = 200;
    private static final int WARM = 2000;
    private static final int RUNS = 500;
    private static final int ROUNDS = 3;

    private record Way(String name, Map<String, String> headers) {}

    private interface Cpu {
        double millis() throws IOException;
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private MediaBench() {}

    public static void main(String[] args) throws Exception {
        double ratio = new MediaBench().run();
        System.out.printf("media ratio=%.2f%n", ratio);
        var bars = new Bars();
        bars.most("media.ratio", ratio);
        System.exit(bars.told());
    }

    private double run() throws Exception {
        try (var served = Served.start("media", new Crowd(FILMS)::fill)) {
            var stage = new Stage(served.data());
            stage.film(FILMS);
            var file = stage.path(Crowd.filmKey(FILMS));
            try (var nginx = NginxBeside.start(served.data().resolveSibling("nginx"), file.getParent())) {
                System.out.printf("a film of %,d bytes; milliseconds of processor time%n", Files.size(file));
                double whole = 0;
                for (var way : new Way[] {
                    new Way("whole", Map.of()),
                    new Way("1 MiB", Map.of("Range", "bytes=0-1048575")),
                    new Way("64 KiB", Map.of("Range", "bytes=65536-131071"))
                }) {
                    double ratio = compare(
                            way,
                            served::cpu,
                            ask(served.base() + Crowd.filmKey(FILMS).address(), way, served.cookies()),
                            nginx::cpu,
                            ask(nginx.base() + "/" + file.getFileName(), way, Map.of()));
                    whole = way.headers().isEmpty() ? ratio : whole;
                }
                return whole;
            }
        }
    }

    private double compare(Way way, Cpu our, HttpRequest ours, Cpu their, HttpRequest theirs) throws Exception {
        for (int n = 0; n < WARM; n++) {
            send(ours);
        }
        var costs = new ArrayList<Double>();
        var floors = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            costs.add(cost(our, ours));
            floors.add(cost(their, theirs));
        }
        double cost = costs.stream().sorted().toList().get(ROUNDS / 2);
        double floor = floors.stream().sorted().toList().get(ROUNDS / 2);
        System.out.printf("%-8s here %5.2f   nginx %5.2f   ratio %5.2f%n", way.name(), cost, floor, cost / floor);
        return cost / floor;
    }

    private double cost(Cpu cpu, HttpRequest request) throws Exception {
        double before = cpu.millis();
        for (int n = 0; n < RUNS; n++) {
            send(request);
        }
        return (cpu.millis() - before) / RUNS;
    }

    private static HttpRequest ask(String address, Way way, Map<String, String> cookies) {
        var request = HttpRequest.newBuilder(URI.create(address));
        way.headers().forEach(request::header);
        cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
        return request.build();
    }

    private void send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.discarding());
        if (answer.statusCode() != 200 && answer.statusCode() != 206) {
            throw new IOException(request.uri() + " answered " + answer.statusCode());
        }
    }
}
