package app.emaki.account;

import java.util.Map;
import java.util.stream.Stream;

/** What somebody is signed in with, as well as a browser tells; empty where it does not. */
record Agent(String browser, String system) {
    private static final Map<String, String> BROWSERS =
            Map.of("Edg", "Edge", "OPR", "Opera", "Firefox", "Firefox", "Chrome", "Chrome", "Safari", "Safari");
    private static final Map<String, String> SYSTEMS = Map.of(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "CrOS",
            "ChromeOS",
            "Windows",
            "Windows",
            "Mac OS",
            "macOS",
            "Linux",
            "Linux");

    static Agent of(String header) {
        return new Agent(
                first(header, BROWSERS, "Edg", "OPR", "Firefox", "Chrome", "Safari"),
                first(header, SYSTEMS, "iPhone", "iPad", "Android", "CrOS", "Windows", "Mac OS", "Linux"));
    }

    public boolean phone() {
        return system.equals("iPhone") || system.equals("Android");
    }

    private static String first(String header, Map<String, String> names, String... signs) {
        return Stream.of(signs)
                .filter(header::contains)
                .map(sign -> names.getOrDefault(sign, sign))
                .findFirst()
                .orElse("");
    }
}
