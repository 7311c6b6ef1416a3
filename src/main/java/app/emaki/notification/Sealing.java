package app.emaki.notification;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals a message so that only one browser can read it: RFC 8291 over RFC 8188, one record, on the curve P-256. */
final class Sealing {
    /** Most octets of words that one record holds with its header, for every push service. */
    static final int MOST = 3000;

    private static final int RECORD = 4096;
    private static final int POINT = 65;
    private static final int COORDINATE = 32;
    private static final ECParameterSpec CURVE = curve();

    private Sealing() {}

    /** A new pair of keys on the curve. */
    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK knows P-256", e);
        }
    }

    /**
     * Seals words for the holder of a key.
     *
     * @param key public key of the browser, 65 octets, uncompressed
     * @param secret what browser and server share, 16 octets
     * @param own a pair used for this message alone
     * @param salt 16 octets at random
     * @throws GeneralSecurityException when the key is no point of the curve
     */
    static byte[] seal(byte[] words, byte[] key, byte[] secret, KeyPair own, byte[] salt)
            throws GeneralSecurityException {
        var mine = point((ECPublicKey) own.getPublic());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(publicKey(key), true);
        var shared = expand(hmac(secret, agreement.generateSecret()), join("WebPush: info\0", key, mine), COORDINATE);
        var pseudo = hmac(salt, shared);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(expand(pseudo, join("Content-Encoding: aes128gcm\0"), 16), "AES"),
                new GCMParameterSpec(128, expand(pseudo, join("Content-Encoding: nonce\0"), 12)));
        // the mark of the last record
        var sealed = cipher.doFinal(
                ByteBuffer.allocate(words.length + 1).put(words).put((byte) 2).array());
        return ByteBuffer.allocate(salt.length + 4 + 1 + POINT + sealed.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) POINT)
                .put(mine)
                .put(sealed)
                .array();
    }

    /** A public key as it travels: a mark and two coordinates. */
    static byte[] point(ECPublicKey key) {
        return ByteBuffer.allocate(POINT)
                .put((byte) 4)
                .put(coordinate(key.getW().getAffineX()))
                .put(coordinate(key.getW().getAffineY()))
                .array();
    }

    /** Reads a public key; refuses what is no point of the curve, which would give our secret away. */
    static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT || point[0] != 4) {
            throw new GeneralSecurityException("An uncompressed point has 65 octets");
        }
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, POINT));
        var prime = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        var right = x.pow(3)
                .add(CURVE.getCurve().getA().multiply(x))
                .add(CURVE.getCurve().getB())
                .mod(prime);
        if (x.compareTo(prime) >= 0
                || y.compareTo(prime) >= 0
                || !y.pow(2).mod(prime).equals(right)) {
            throw new GeneralSecurityException("No point of P-256");
        }
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
    }

    /** Puts a pair together from the two halves as they are kept. */
    static KeyPair pair(byte[] point, byte[] number) throws GeneralSecurityException {
        return new KeyPair(
                publicKey(point),
                KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), CURVE)));
    }

    /** A number of the curve in 32 octets. */
    static byte[] coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    /** HKDF's second half for no more than one block. */
    private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(
                hmac(
                        key,
                        ByteBuffer.allocate(info.length + 1)
                                .put(info)
                                .put((byte) 1)
                                .array()),
                length);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] join(String words, byte[]... more) {
        var first = words.getBytes(StandardCharsets.US_ASCII);
        var joined = ByteBuffer.allocate(
                first.length + Arrays.stream(more).mapToInt(part -> part.length).sum());
        joined.put(first);
        Arrays.stream(more).forEach(joined::put);
        return joined.array();
    }

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK knows P-256", e);
        }
    }
}
