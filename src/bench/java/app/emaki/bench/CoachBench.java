package app.emaki.bench;

import app.emaki.EmakiApplication;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;

/**
 * How long the composer waits for the coach: the whole answer to a pause in typing, over HTTP, with the draft kept, the parts read,
 * every rule looked at, the cost quoted and the page's pieces drawn. The same prompts grow letter by letter in both languages.
 */
public final class CoachBench {
    private static final int WARM = 200;
    private static final int ANSWERS = 600;
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");
    private static final List<String> PROMPTS = List.of(
            "Night, neon street in the rain, crowd with umbrellas, then low angle: a girl draws a katana, then close-up: she shouts \"Yeah!\"",
            "A fox in a red coat carries a lantern down a mountain path.\n\nStyle: ukiyo-e woodblock\nCamera: low angle, slow push in\n"
                    + "Shot 1 (3 s; wide): The procession comes down the hill.\nShot 2 (3 s): One fox looks back.\nAmbience: light rain",
            "雨の夜、ネオン街。五人の男が拍手をしている。電話は 090-1234-5678。赤いコートの女の人が走り、そして跳ぶ。",
            "狐の嫁入り。\n\nスタイル：浮世絵\nカメラ：ローアングル、ゆっくり寄る\nカット1（3秒、引き）：行列が山を下りる。\nカット2（3秒）：一匹がふり返る。\n"
                    + "せりふ：\n  狐（1.5秒）「もう、晴れるよ。」\n環境音：小雨の音");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private String token = "";

    private CoachBench(String base) {
        this.base = base;
    }

    public static void main(String[] args) throws Exception {
        var data = Files.createTempDirectory("coach-bench");
        try (var context = SpringApplication.run(
                EmakiApplication.class,
                "--server.port=0",
                "--emaki.data=" + data,
                "--emaki.kamishibai.warm=false",
                "--emaki.admin.handle=bench",
                "--emaki.admin.email=bench@example.com",
                "--emaki.admin.password=a-long-password-1")) {
            var bench = new CoachBench(
                    "http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
            bench.signIn();
            bench.answers(WARM);
            double p95 = report(bench.answers(ANSWERS));
            var bars = new Bars();
            bars.most("coach.p95", p95);
            System.exit(bars.told());
        }
    }

    private void signIn() throws IOException, InterruptedException {
        read("/sign-in");
        send("POST", "/sign-in", Map.of("username", "bench", "password", "a-long-password-1"));
        read("/studio");
    }

    private List<Double> answers(int many) throws IOException, InterruptedException {
        var took = new ArrayList<Double>();
        for (int i = 0; i < many; i++) {
            var prompt = PROMPTS.get(i % PROMPTS.size());
            var typed = prompt.substring(0, Math.max(1, prompt.length() * (i / PROMPTS.size() % 20 + 1) / 20));
            long start = System.nanoTime();
            var answer = send(
                    "PUT",
                    "/studio/draft",
                    Map.of(
                            "text",
                            typed,
                            "edited",
                            "words",
                            "seconds",
                            "8",
                            "takes",
                            "1",
                            "sound",
                            "true",
                            "resolution",
                            "720"));
            took.add((System.nanoTime() - start) / 1e6);
            if (answer.statusCode() != 200 || !answer.body().contains("id=\"coach\"")) {
                throw new IOException("No answer of the coach but " + answer.statusCode());
            }
        }
        return took;
    }

    private static double report(List<Double> took) {
        Collections.sort(took);
        System.out.printf(
                Locale.ROOT,
                "coach answers=%d p50=%.1f ms p95=%.1f ms p99=%.1f ms%n",
                took.size(),
                took.get(took.size() / 2),
                took.get(took.size() * 95 / 100),
                took.get(took.size() * 99 / 100));
        return took.get(took.size() * 95 / 100);
    }

    private void read(String path) throws IOException, InterruptedException {
        var page = client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString())
                .body();
        var found = TOKEN.matcher(page);
        token = found.find() ? found.group(1) : token;
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        var fields = new LinkedHashMap<>(form);
        fields.put("_csrf", token);
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(base + path + (method.equals("PUT") ? "?_method=PUT" : "")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Fragment", "answer")
                .POST(BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
