package app.emaki.generation;

import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** Removes what work that was cut off has left behind: files that no row keeps, working files, processes long gone. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    /** Longer than any job may take, so that nothing that is still needed goes. */
    private static final Duration AGE = Duration.ofDays(1);

    @Bean
    Task<Void> engineHousekeeping(
            MediaStore store,
            GenerationRepository generations,
            Leases leases,
            ReferenceImages pictures,
            Clock clock,
            @Value("${emaki.data}") Path data) {
        return Tasks.recurring("engine-housekeeping", FixedDelay.ofHours(1)).execute((task, context) -> {
            var before = clock.instant().minus(AGE);
            sweepStore(store, generations, before);
            pictures.forget();
            leases.forgetTheDead();
            sweepWork(data.resolve("work"), before);
        });
    }

    @Bean
    Task<Void> engineStrays(Strays strays) {
        return Tasks.recurring("engine-strays", FixedDelay.ofMinutes(1)).execute((task, context) -> strays.end());
    }

    /** Results half fetched, folders in which a film was mastered when the process ended, and Java's copies of fonts. */
    private static boolean ours(Path file) {
        var name = file.getFileName().toString();
        boolean folder = name.startsWith("master-") || name.startsWith("splice-");
        boolean part = name.endsWith(".mp4") || name.endsWith(".part") || name.startsWith("+~JF");
        return Files.isDirectory(file) ? folder : part;
    }

    /** What waits to be mastered waits through a long stop, too. */
    static void sweepStore(MediaStore store, GenerationRepository generations, Instant before) {
        int swept = store.sweep(
                before,
                generations.raw(State.MASTERING).stream().map(MediaKey::new).collect(Collectors.toSet()));
        if (swept > 0) {
            log.info("Swept {} files that no video keeps", swept);
        }
    }

    static void sweepWork(Path folder, Instant before) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.filter(Housekeeping::ours).toList().forEach(file -> sweep(file, before));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that cannot be removed, or is gone by now, keeps no other one. */
    private static void sweep(Path file, Instant before) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                FileSystemUtils.deleteRecursively(file);
            }
        } catch (IOException e) {
            log.warn("A working file is left behind: {}", e.toString());
        }
    }
}
