package app.charla.notification;

import app.charla.crypto.Encryptor;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import com.interaso.webpush.WebPush.Urgency;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key pair by which push services know this server (VAPID, RFC 8292). It is made at the first start and kept in the
 * directory, the private key sealed: with another one all subscriptions would be lost.
 */
@Component
class PushKeys {

    private static final Logger log = LoggerFactory.getLogger(PushKeys.class);

    /** For servers whose public address is unknown: push services refuse requests without any contact. */
    private static final String NO_CONTACT = "mailto:postmaster@charla.example";

    /** Validity of a token; push services accept a day at most. */
    private static final int TOKEN_SECONDS = 12 * 60 * 60;

    private static final int MAX_TOKENS = 1_000;

    private final PushProperties settings;
    private final Encryptor encryptor;
    private final JdbcClient directory;
    private final String contact;
    private volatile @Nullable WebPush keys;

    /** Tokens by push service: signing one for each request would cost as much as all else. */
    private final Cache<String, String> tokens = Caffeine.newBuilder()
            .maximumSize(MAX_TOKENS)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    PushKeys(
            PushProperties settings,
            Encryptor encryptor,
            DataSource directory,
            @Value("${charla.public-url:}") String publicUrl) {
        this.settings = settings;
        this.encryptor = encryptor;
        this.directory = JdbcClient.create(directory);
        String server = publicUrl.startsWith("https://") ? publicUrl : NO_CONTACT;
        this.contact = settings.contact().isBlank() ? server : settings.contact();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.on()) {
            try {
                get();
            } catch (RuntimeException later) {
                log.error("the keys of Web Push cannot be read or made", later);
            }
        }
    }

    /** Signs and encrypts with the keys of this server. */
    WebPush get() {
        WebPush known = keys;
        if (known == null) {
            known = new WebPush(contact, load().orElseGet(this::create));
            keys = known;
        }
        return known;
    }

    /** Returns the headers of a request that carries a notification. */
    Map<String, String> headers(URI endpoint, PushNotification notification) {
        WebPush push = get();
        String token =
                tokens.get(push.getAudience(endpoint.toString()), audience -> push.getToken(audience, TOKEN_SECONDS));
        return push.getHeadersWithToken(
                token,
                notification.ttlSeconds(),
                notification.topic(),
                notification.urgent() ? Urgency.High : Urgency.Normal);
    }

    /** The public key as browsers expect it: the uncompressed point in unpadded URL-safe Base64. */
    String publicKey() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(get().getVapidKeys().getApplicationServerKey());
    }

    private Optional<VapidKeys> load() {
        return directory
                .sql("select public_key, private_key from push_key where id = 1")
                .query((row, number) ->
                        VapidKeys.create(row.getString("public_key"), encryptor.decrypt(row.getString("private_key"))))
                .optional();
    }

    private VapidKeys create() {
        VapidKeys made = VapidKeys.generate();
        directory
                .sql("insert or ignore into push_key (id, public_key, private_key) values (1, ?, ?)")
                .params(made.getX509PublicKey(), encryptor.encrypt(made.getPkcs8PrivateKey()))
                .update();
        return load().orElseThrow(); // another process may have been first
    }
}
