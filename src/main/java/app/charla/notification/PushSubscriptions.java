package app.charla.notification;

import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.fetch.GuardedPost;
import app.charla.notification.PushRegister.Device;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions of devices to Web Push. Each belongs to the session that made it: when that ends, so does it. */
@Service
public class PushSubscriptions {

    /** The maximum number of subscriptions of one session: a browser has one, a program some. */
    public static final int MAX_PER_SESSION = 10;

    private final PushProperties settings;
    private final PushKeys keys;
    private final PushRegister register;
    private final GuardedPost post;

    PushSubscriptions(PushProperties settings, PushKeys keys, PushRegister register, GuardedPost post) {
        this.settings = settings;
        this.keys = keys;
        this.register = register;
        this.post = post;
    }

    /**
     * Returns the public key that a device subscribes with (VAPID), in unpadded URL-safe Base64.
     *
     * @throws NotFoundException if this server does not send pushes
     */
    public String key() {
        requireOn();
        return keys.publicKey();
    }

    /** Returns the subscriptions of all sessions of the actor, oldest first. */
    public List<PushSubscription> all(AccountId actor) {
        return register.of(List.of(actor)).stream().map(Device::subscription).toList();
    }

    /**
     * Subscribes a device; the same again changes nothing. Whoever was subscribed with the same end point before no longer
     * is: another person has signed in on that device.
     *
     * @param session the session of the request, of the actor
     * @param p256dh the device's public key, URL-safe Base64
     * @param auth the device's secret, URL-safe Base64
     * @throws NotFoundException if this server does not send pushes
     * @throws InvalidException if the end point is not on a public address by https, the keys are malformed, or the session
     * has {@link #MAX_PER_SESSION} subscriptions
     */
    @Transactional
    public PushSubscription subscribe(AccountId actor, UUID session, String endpoint, String p256dh, String auth) {
        requireOn();
        PushTarget target = PushTarget.parse(endpoint, p256dh, auth);
        if (!post.isAllowed(target.endpoint())) {
            throw new InvalidException("endpoint", "push.endpoint");
        }
        requireUsable(target);
        Device known = register.find(target).orElse(null);
        if (known != null
                && known.subscription().session().equals(session)
                && known.target().equals(target)) {
            return known.subscription();
        }
        if (register.countOf(session) >= MAX_PER_SESSION) {
            throw new InvalidException("endpoint", "push.many", MAX_PER_SESSION);
        }
        return register.store(actor, session, target);
    }

    /** A point that is not on the curve shows only when it is used. */
    private void requireUsable(PushTarget target) {
        try {
            keys.get().getBody(new byte[1], target.p256dh(), target.auth());
        } catch (Exception unusable) {
            throw new InvalidException("keys", "push.keys");
        }
    }

    /**
     * Removes a subscription of the actor.
     *
     * @throws NotFoundException if the actor has no such subscription
     */
    public void unsubscribe(AccountId actor, UUID id) {
        if (!register.delete(actor, id)) {
            throw new NotFoundException();
        }
    }

    /**
     * Removes the subscription of a session with an end point that its browser has replaced; nothing if there is none.
     *
     * @param endpoint the former end point
     */
    public void replaced(AccountId actor, UUID session, String endpoint) {
        all(actor).stream()
                .filter(each -> each.session().equals(session))
                .flatMap(each -> register.find(each.id()).stream())
                .filter(device -> device.target().endpoint().toString().equals(endpoint))
                .forEach(device -> register.delete(actor, device.id()));
    }

    private void requireOn() {
        if (!settings.on()) {
            throw new NotFoundException();
        }
    }
}
