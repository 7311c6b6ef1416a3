package app.emaki.model.kamishibai;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** How to start this very program once more as a worker: from the packed jar or from a class path, at low priority where {@code nice} exists. */
final class WorkerCommand {
    private static final String MAIN = "app.emaki.EmakiApplication";

    private WorkerCommand() {}

    static List<String> of(WorkshopSettings settings) {
        var command = new ArrayList<String>();
        Stream.of("/usr/bin/nice", "/bin/nice")
                .map(Path::of)
                .filter(nice -> settings.niceness() > 0 && Files.isExecutable(nice))
                .findFirst()
                .ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", String.valueOf(settings.niceness()))));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + settings.heapMegabytes() + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Djava.awt.headless=true");
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + settings.cache().toAbsolutePath());
        command.add("-Dorg.bytedeco.javacpp.nopointergc=true");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(program(System.getProperty("java.class.path")));
        command.add(KamishibaiWorker.COMMAND);
        return command;
    }

    static List<String> program(String classPath) {
        boolean single = !classPath.contains(File.pathSeparator) && classPath.endsWith(".jar");
        return single && packed(Path.of(classPath)) ? List.of("-jar", classPath) : List.of("-cp", classPath, MAIN);
    }

    private static boolean packed(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            return manifest != null && MAIN.equals(manifest.getMainAttributes().getValue("Start-Class"));
        } catch (IOException e) {
            return false;
        }
    }
}
