package app.emaki.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The server's programs, unpacked once from the archive on the class path. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /**
     * Unpacks the programs for this platform unless they are there.
     *
     * @throws IOException when there are none for this platform, or the disk refuses
     */
    static Path unpack(Path target) throws IOException {
        if (Files.exists(target.resolve("bin"))) {
            return target;
        }
        var unpacked = Files.createTempDirectory(target.getParent(), "unpacking");
        Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var archive = open();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, unpacked);
            }
        }
        return Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream open() throws IOException {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "/postgres-" + os + "-" + arch + ".txz";
        var archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IOException("This build brings no PostgreSQL for " + os + "/" + arch
                    + ". Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD"
                    + " to use a server of your own.");
        }
        return archive;
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("An entry leaves the archive: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? path : path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, path);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
