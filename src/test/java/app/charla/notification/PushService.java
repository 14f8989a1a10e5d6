package app.charla.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A push service with one device, on loopback, that decrypts what it receives.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8291">RFC 8291</a>
 */
public final class PushService implements AutoCloseable {

    /** A push that arrived, decrypted, with its headers in lower case. */
    public record Push(String text, Map<String, String> headers) {}

    private final HttpServer server;
    private final KeyPair keys;
    private final byte[] auth = new byte[16];
    private final List<Push> arrived = new CopyOnWriteArrayList<>();
    private volatile int status = 201;
    private volatile String retryAfter = "";

    public PushService() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
            new SecureRandom().nextBytes(auth);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int answer = status;
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        if (answer == 201) {
            var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            try {
                arrived.add(new Push(decrypt(body), headers));
            } catch (GeneralSecurityException wrong) {
                answer = 400;
            }
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    /** Answers every push with a status from now on. */
    public void answer(int newStatus, String newRetryAfter) {
        status = newStatus;
        retryAfter = newRetryAfter;
    }

    public String endpoint() {
        return endpoint("device");
    }

    public String endpoint(String device) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + device;
    }

    public String p256dh() {
        return base64(point((ECPublicKey) keys.getPublic()));
    }

    public String auth() {
        return base64(auth);
    }

    public List<Push> arrived() {
        return List.copyOf(arrived);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] point(ECPublicKey key) {
        var bytes = ByteBuffer.allocate(65).put((byte) 4);
        for (BigInteger each : List.of(key.getW().getAffineX(), key.getW().getAffineY())) {
            byte[] number = each.toByteArray();
            byte[] padded = new byte[32];
            int length = Math.min(32, number.length);
            System.arraycopy(number, number.length - length, padded, 32 - length, length);
            bytes.put(padded);
        }
        return bytes.array();
    }

    /** Decrypts one record of aes128gcm (RFC 8188). */
    private String decrypt(byte[] body) throws GeneralSecurityException {
        var in = ByteBuffer.wrap(body);
        byte[] salt = new byte[16];
        in.get(salt).getInt();
        byte[] theirs = new byte[in.get() & 0xff];
        in.get(theirs);
        byte[] cipherText = new byte[in.remaining()];
        in.get(cipherText);

        var mine = (ECPublicKey) keys.getPublic();
        var spec = new ECPublicKeySpec(
                new ECPoint(
                        new BigInteger(1, Arrays.copyOfRange(theirs, 1, 33)),
                        new BigInteger(1, Arrays.copyOfRange(theirs, 33, 65))),
                mine.getParams());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(KeyFactory.getInstance("EC").generatePublic(spec), true);
        byte[] info = concat("WebPush: info\0".getBytes(UTF_8), point(mine), theirs, new byte[] {1});
        byte[] ikm = hmac(hmac(auth, agreement.generateSecret()), info);
        byte[] prk = hmac(salt, ikm);
        byte[] key = Arrays.copyOf(hmac(prk, "Content-Encoding: aes128gcm\0\1".getBytes(UTF_8)), 16);
        byte[] nonce = Arrays.copyOf(hmac(prk, "Content-Encoding: nonce\0\1".getBytes(UTF_8)), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] padded = cipher.doFinal(cipherText);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        return new String(padded, 0, end, UTF_8); // without the delimiter
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            try {
                all.write(part);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return all.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
