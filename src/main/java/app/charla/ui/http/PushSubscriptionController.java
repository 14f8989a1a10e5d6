package app.charla.ui.http;

import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.notification.PushSubscription;
import app.charla.notification.PushSubscriptions;
import app.charla.ui.security.PushRequests;
import app.charla.ui.security.SignedIn;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Web Push for pages and the service worker, authenticated by the session cookie; changes carry the header
 * {@link PushRequests#HEADER}.
 */
@RestController
@RequestMapping(PushRequests.PATH)
class PushSubscriptionController {

    private final PushSubscriptions subscriptions;

    PushSubscriptionController(PushSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    record Key(String key) {}

    record Keys(@Nullable String p256dh, @Nullable String auth) {}

    /**
     * A subscription as {@code PushSubscription.toJSON()} makes it.
     *
     * @param replaces the end point of the subscription before it, when the browser has renewed it
     */
    record Asked(
            @Nullable String endpoint,
            @Nullable Keys keys,
            @Nullable String replaces) {}

    record Subscribed(UUID id) {}

    @GetMapping("/key")
    Key key() {
        return new Key(subscriptions.key());
    }

    /** Subscribes this browser, also again after {@code pushsubscriptionchange}. */
    @PostMapping("/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    Subscribed subscribe(@AuthenticationPrincipal SignedIn person, @RequestBody Asked asked) {
        Keys keys = required("keys", asked.keys());
        PushSubscription made = subscriptions.subscribe(
                person.account(),
                person.session(),
                required("endpoint", asked.endpoint()),
                required("keys", keys.p256dh()),
                required("keys", keys.auth()));
        Optional.ofNullable(asked.replaces())
                .filter(former -> !former.equals(asked.endpoint()))
                .ifPresent(former -> subscriptions.replaced(person.account(), person.session(), former));
        return new Subscribed(made.id());
    }

    @DeleteMapping("/subscriptions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsubscribe(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        try {
            subscriptions.unsubscribe(person.account(), UUID.fromString(id));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidException(field, "field.required");
        }
        return value;
    }
}
