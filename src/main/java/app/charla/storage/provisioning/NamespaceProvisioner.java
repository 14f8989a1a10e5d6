package app.charla.storage.provisioning;

import app.charla.core.SpaceId;
import app.charla.crypto.Encryptor;
import app.charla.storage.DatabaseAddress;
import app.charla.storage.SpaceProvisioner;
import app.charla.storage.provisioning.ProvisioningApi.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * Provisioner of one namespace per space on a libSQL server, by its admin API. Each namespace gets a key pair whose
 * private half signs the only token of the space once and is discarded: the token of one space opens no other.
 */
final class NamespaceProvisioner implements SpaceProvisioner {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = "{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}";

    /** Length of the X.509 header before the 32 bytes of an Ed25519 key. */
    private static final int X509_PREFIX = 12;

    private final ProvisioningApi admin;
    private final Encryptor encryptor;

    NamespaceProvisioner(ProvisioningApi admin, Encryptor encryptor) {
        this.admin = admin;
        this.encryptor = encryptor;
    }

    /** Replaces the token if an earlier call has created the namespace: it may never have been stored. */
    @Override
    public DatabaseAddress create(SpaceId space) {
        String name = name(space);
        KeyPair keys = keys();
        Response made = admin.post(path(name, "create"), settings(keys));
        if (!made.ok()) {
            admin.post(path(name, "config"), settings(keys)).orThrow();
        }
        return DatabaseAddress.namespace(name, encryptor.encrypt(token(name, keys)));
    }

    @Override
    public void delete(SpaceId space, DatabaseAddress address) {
        Response deleted = admin.delete("v1/namespaces/" + name(space));
        if (deleted.status() != 404) {
            deleted.orThrow();
        }
    }

    /** Settings with strong durability: by default the server acknowledges commits that a power cut can still undo. */
    private static Map<String, Object> settings(KeyPair keys) {
        return Map.of(
                "jwt_key",
                key(keys.getPublic()),
                "durability_mode",
                "strong",
                "block_reads",
                false,
                "block_writes",
                false);
    }

    private static String name(SpaceId space) {
        return "space-" + space;
    }

    private static String path(String name, String verb) {
        return "v1/namespaces/" + name + "/" + verb;
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String key(PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, X509_PREFIX, encoded.length);
        return BASE64.encodeToString(raw);
    }

    /** Returns a token that grants read and write access to that namespace only (RFC 7519, RFC 8037). */
    private static String token(String namespace, KeyPair keys) {
        String claims = "{\"a\":\"rw\",\"id\":\"" + namespace + "\"}";
        String signed = encode(HEADER) + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.US_ASCII));
    }
}
