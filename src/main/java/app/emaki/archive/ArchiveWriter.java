package app.emaki.archive;

import app.emaki.account.Accounts;
import app.emaki.account.Instances;
import app.emaki.account.Plans;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes all of one member into a ZIP as {@code docs/export.md} describes it. */
@Component
class ArchiveWriter {
    static final String FORMAT = "emaki-export";
    static final int VERSION = 1;

    private final ArchiveQuery query;
    private final Accounts accounts;
    private final Plans plans;
    private final Instances instances;
    private final MediaStore store;
    private final Clock clock;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    ArchiveWriter(
            ArchiveQuery query, Accounts accounts, Plans plans, Instances instances, MediaStore store, Clock clock) {
        this.query = query;
        this.accounts = accounts;
        this.plans = plans;
        this.instances = instances;
        this.store = store;
        this.clock = clock;
    }

    Written write(UUID account, Path target) throws IOException {
        var films = query.films(account);
        var clean = accounts.find(account)
                .map(viewer -> plans.limits(viewer.plan()).cleanDownload())
                .orElse(false);
        var files = new ArrayList<Map<String, Object>>();
        var whole = sha256();
        try (var zip = new ZipOutputStream(
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(target)), whole))) {
            for (var chapter : query.names()) {
                var rows = query.rows(chapter, account);
                files.add(add(zip, chapter + ".json", json.writeValueAsBytes(rows)));
            }
            // films are packed already
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (var film : films) {
                copy(zip, film.film(), "videos/" + film.id() + ".mp4", files);
                if (clean) {
                    copy(zip, film.clean(), "videos/" + film.id() + ".clean.mp4", files);
                }
                copy(zip, film.poster(), "videos/" + film.id() + ".jpg", files);
                if (film.captions() != null) {
                    copy(zip, film.captions(), "videos/" + film.id() + ".vtt", files);
                }
            }
            zip.setLevel(Deflater.DEFAULT_COMPRESSION);
            add(zip, "emaki.json", json.writeValueAsBytes(manifest(account, files)));
        }
        return new Written(films.size(), HexFormat.of().formatHex(whole.digest()));
    }

    private Map<String, Object> manifest(UUID account, List<Map<String, Object>> files) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("format", FORMAT);
        manifest.put("version", VERSION);
        manifest.put("instance", instances.current().name());
        manifest.put("exportedAt", clock.instant().toString());
        manifest.put("account", query.owner(account));
        manifest.put("files", files);
        return manifest;
    }

    private void copy(ZipOutputStream zip, String key, String name, List<Map<String, Object>> files)
            throws IOException {
        var file = store.path(new MediaKey(key));
        if (!Files.isRegularFile(file)) {
            return; // erased meanwhile
        }
        var digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        long bytes = Files.copy(file, new DigestOutputStream(new Unclosed(zip), digest));
        zip.closeEntry();
        files.add(file(name, bytes, digest));
    }

    private static Map<String, Object> add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
        var digest = sha256();
        digest.update(bytes);
        return file(name, bytes.length, digest);
    }

    private static Map<String, Object> file(String name, long bytes, MessageDigest digest) {
        var file = new LinkedHashMap<String, Object>();
        file.put("path", name);
        file.put("bytes", bytes);
        file.put("sha256", HexFormat.of().formatHex(digest.digest()));
        return file;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }

    record Written(int videos, String sha256) {}

    /** One entry of the ZIP may end without ending the ZIP. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
