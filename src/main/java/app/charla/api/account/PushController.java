package app.charla.api.account;

import app.charla.account.Session;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.Require;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.notification.NotificationSettings;
import app.charla.notification.NotificationSettings.Privacy;
import app.charla.notification.NotificationSettingsService;
import app.charla.notification.PushSubscription;
import app.charla.notification.PushSubscriptions;
import app.charla.notification.QuietHours;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Web Push for programs: the key of this server, subscriptions, and the caller's notification settings. */
@RestController
@RequestMapping(ApiPaths.PUSH)
class PushController {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final PushSubscriptions subscriptions;
    private final NotificationSettingsService settings;

    PushController(PushSubscriptions subscriptions, NotificationSettingsService settings) {
        this.subscriptions = subscriptions;
        this.settings = settings;
    }

    /**
     * The key of this server.
     *
     * @param key the public key to subscribe with (VAPID), unpadded URL-safe Base64
     */
    record KeyJson(String key) {}

    /**
     * The keys of a subscription, URL-safe Base64.
     *
     * @param p256dh the device's public key
     * @param auth the device's secret
     */
    record KeysJson(String p256dh, String auth) {
        KeysJson {
            Require.required("keys.p256dh", p256dh);
            Require.required("keys.auth", auth);
        }
    }

    /**
     * A subscription as the Push API of a browser or UnifiedPush makes it.
     *
     * @param endpoint an address at the push service; https on a public address
     * @param expirationTime ignored
     */
    record NewSubscription(String endpoint, @Nullable Long expirationTime, KeysJson keys) {
        NewSubscription {
            Require.required("endpoint", endpoint);
            Require.required("keys", keys);
        }
    }

    /**
     * A subscription of one of the caller's sessions.
     *
     * @param sessionId the session; the subscription ends with it
     * @param service the host of the push service
     * @param answeredAt when the push service last took a notification, to within an hour; absent for never
     * @param failure why the last notification did not arrive; absent if it did
     * @param current whether it is of the session of this request
     */
    record SubscriptionJson(
            String id,
            String sessionId,
            String service,
            Instant createdAt,
            @Nullable Instant answeredAt,
            PushSubscription.@Nullable Failure failure,
            boolean current) {

        static SubscriptionJson of(PushSubscription subscription, Session current) {
            return new SubscriptionJson(
                    subscription.id().toString(),
                    subscription.session().toString(),
                    subscription.service(),
                    subscription.createdAt(),
                    subscription.answeredAt(),
                    subscription.failure(),
                    subscription.session().equals(current.id()));
        }
    }

    /**
     * A page of the subscriptions of all of the caller's sessions, oldest first.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record SubscriptionsJson(
            List<SubscriptionJson> subscriptions, @Nullable String next) {}

    /**
     * Quiet hours, in the caller's time zone.
     *
     * @param days the days on which they begin; empty for none
     * @param from {@code HH:mm}
     * @param to {@code HH:mm}; on the next day if it is earlier
     */
    record QuietHoursJson(Set<DayOfWeek> days, String from, String to) {
        QuietHoursJson {
            Require.required("quietHours.days", days);
            Require.required("quietHours.from", from);
            Require.required("quietHours.to", to);
        }
    }

    /**
     * The caller's notification settings.
     *
     * @param privacy what notifications show
     */
    record SettingsJson(Privacy privacy, QuietHoursJson quietHours) {
        SettingsJson {
            Require.required("privacy", privacy);
            Require.required("quietHours", quietHours);
        }

        static SettingsJson of(NotificationSettings settings) {
            QuietHours quiet = settings.quietHours();
            return new SettingsJson(
                    settings.privacy(),
                    new QuietHoursJson(quiet.days(), MINUTES.format(quiet.from()), MINUTES.format(quiet.to())));
        }

        NotificationSettings toSettings() {
            return new NotificationSettings(
                    privacy, new QuietHours(quietHours.days(), time(quietHours.from()), time(quietHours.to())));
        }

        private static LocalTime time(String text) {
            try {
                return LocalTime.parse(text, MINUTES);
            } catch (DateTimeParseException malformed) {
                throw new InvalidException("quietHours", "quiet.times");
            }
        }
    }

    @GetMapping("/key")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    KeyJson key() {
        return new KeyJson(subscriptions.key());
    }

    @GetMapping("/subscriptions")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    SubscriptionsJson list(Session current, PageRequest request) {
        Page<SubscriptionJson> page = request.pageOf(
                        subscriptions.all(current.account()),
                        subscription -> subscription.id().toString())
                .map(subscription -> SubscriptionJson.of(subscription, current));
        return new SubscriptionsJson(page.entries(), page.next());
    }

    @PostMapping("/subscriptions")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "422")
    @ResponseStatus(HttpStatus.CREATED)
    SubscriptionJson subscribe(Session current, @RequestBody NewSubscription asked) {
        return SubscriptionJson.of(
                subscriptions.subscribe(
                        current.account(),
                        current.id(),
                        asked.endpoint(),
                        asked.keys().p256dh(),
                        asked.keys().auth()),
                current);
    }

    @DeleteMapping("/subscriptions/{subscriptionId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsubscribe(Session current, @PathVariable String subscriptionId) {
        subscriptions.unsubscribe(current.account(), id(subscriptionId));
    }

    @GetMapping("/settings")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    SettingsJson settings(Session current) {
        return SettingsJson.of(settings.of(current.account()));
    }

    @PutMapping("/settings")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    SettingsJson change(Session current, @RequestBody SettingsJson asked) {
        return SettingsJson.of(settings.change(current.account(), asked.toSettings()));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }
}
