package app.emaki.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A ZIP that somebody brought: its names lead nowhere on disk, and it may not unpack to more than is allowed. */
final class Parcel implements AutoCloseable {
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_TEXT = 20_000_000;

    private final ZipFile zip;
    private final long most;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private long unpacked;

    private Parcel(ZipFile zip, long most) {
        this.zip = zip;
        this.most = most;
    }

    static Parcel open(Path file, long mostUnpacked) throws Unreadable {
        try {
            var opened = new Parcel(new ZipFile(file.toFile(), StandardCharsets.UTF_8), mostUnpacked);
            if (opened.zip.size() > MOST_ENTRIES) {
                opened.close();
                throw new Unreadable("archive.refused.entries");
            }
            Enumeration<? extends ZipEntry> all = opened.zip.entries();
            while (all.hasMoreElements()) {
                var entry = all.nextElement();
                if (!entry.isDirectory() && !entry.getName().contains("__MACOSX/")) {
                    opened.entries.put(entry.getName(), entry);
                }
            }
            return opened;
        } catch (ZipException | IllegalArgumentException e) {
            throw new Unreadable("archive.refused.zip");
        } catch (IOException e) {
            throw new Unreadable("archive.refused.zip");
        }
    }

    Iterable<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The words of an entry; empty when there is none or it is far too long. */
    Optional<String> text(String name) throws IOException {
        var entry = entries.get(name);
        if (entry == null || entry.getSize() > MOST_TEXT) {
            return Optional.empty();
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes((int) MOST_TEXT);
            count(bytes.length);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\\x{FEFF}", ""));
        }
    }

    /** Unpacks an entry into a file of ours, counting what really comes out and not what the ZIP says. */
    void unpack(String name, Path target) throws IOException {
        var entry = entries.get(name);
        if (entry == null) {
            throw new Unreadable("archive.refused.film");
        }
        try (InputStream in = zip.getInputStream(entry);
                var out = Files.newOutputStream(target)) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count(read);
                out.write(buffer, 0, read);
            }
        } catch (ZipException e) {
            throw new Unreadable("archive.refused.film");
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void count(int bytes) throws Unreadable {
        unpacked += bytes;
        if (unpacked > most) {
            throw new Unreadable("archive.refused.size");
        }
    }

    /** What was brought cannot be taken; the message is a key of our own sentences. */
    static class Unreadable extends IOException {
        private static final long serialVersionUID = 1;
        private final String words;

        Unreadable(String words) {
            super(words);
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
