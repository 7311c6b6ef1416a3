package app.emaki.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what must not lie about in the clear: AES-256-GCM under one key of the instance. The key comes from {@code
 * emaki.sealing-key} (32 bytes, base64), else from the file {@code sealing.key} in the data folder, made at first use and
 * readable by its owner alone. Whoever loses the key loses what was sealed.
 */
@Component
public class SealedBytes {
    private static final byte FORM = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String given;
    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SecretKey key;

    SealedBytes(@Value("${emaki.sealing-key}") String key, @Value("${emaki.data}") Path data) {
        this.given = key.strip();
        this.file = data.resolve("sealing.key");
        if (!given.isEmpty()) {
            this.key = decoded(given, "emaki.sealing-key");
        }
    }

    /**
     * Seals bytes.
     *
     * @param purpose what they are and whose, for instance {@code cameo:0193…}; the same words open them, no others do
     */
    public byte[] seal(String purpose, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
            var all = new byte[1 + NONCE_BYTES + sealed.length];
            all[0] = FORM;
            System.arraycopy(nonce, 0, all, 1, NONCE_BYTES);
            System.arraycopy(sealed, 0, all, 1 + NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    /** The bytes that were sealed for this purpose; empty when the key, the purpose or the bytes are not the same any more. */
    public Optional<byte[]> open(String purpose, byte[] sealed) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != FORM) {
            return Optional.empty();
        }
        var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key() {
        var known = key;
        if (known == null) {
            try {
                known = decoded(Files.exists(file) ? Files.readString(file) : made(), file.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            key = known;
        }
        return known;
    }

    /** Written aside and then given its name, so that of several processes that start at once all read one key. */
    private String made() throws IOException {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var aside = Files.createTempFile(file.toAbsolutePath().getParent(), "sealing", ".part", ownerOnly());
        try {
            Files.writeString(aside, Base64.getEncoder().encodeToString(bytes), StandardOpenOption.WRITE);
            Files.createLink(file.toAbsolutePath(), aside);
        } catch (FileAlreadyExistsException e) {
            return Files.readString(file);
        } finally {
            Files.deleteIfExists(aside);
        }
        return Files.readString(file);
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static SecretKey decoded(String text, String source) {
        try {
            var bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            // told below, without the key
        }
        throw new IllegalStateException("The key in " + source + " is not 32 bytes in base64");
    }
}
