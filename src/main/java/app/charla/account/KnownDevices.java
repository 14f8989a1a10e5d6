package app.charla.account;

import app.charla.core.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The devices and network addresses from which accounts have signed in within the last year. What strangers fail at does
 * not hold them back. They are in the directory, so all nodes know the same.
 */
@Component
class KnownDevices {

    private static final Duration RETENTION = Duration.ofDays(365);
    private static final UUID NOBODY = new UUID(0, 0);

    private final KnownDeviceRepository devices;
    private final KnownAddressRepository addresses;
    private final Clock clock;

    KnownDevices(KnownDeviceRepository devices, KnownAddressRepository addresses, Clock clock) {
        this.devices = devices;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * Returns an attempt to authenticate to one of the accounts, with the origin by which they know the client. Does the
     * same if there is no account.
     */
    @Transactional(readOnly = true)
    public Attempt attempt(String subject, Client client, List<AccountId> accounts) {
        return new Attempt(subject, client, origin(accounts, client));
    }

    private @Nullable String origin(List<AccountId> accounts, Client client) {
        Collection<UUID> ids = accounts.isEmpty()
                ? List.of(NOBODY)
                : accounts.stream().map(AccountId::value).toList();
        String device = client.device();
        String network = client.network();
        boolean knownDevice = device != null && devices.existsByAccountIdInAndDevice(ids, device);
        boolean knownAddress = addresses.existsByAccountIdInAndNetwork(ids, network);
        if (knownDevice) {
            return "device " + device;
        }
        return knownAddress ? "address " + network : null;
    }

    /** Returns whether the account has signed in on a device. */
    boolean isKnown(AccountId account, String device) {
        return devices.existsByAccountIdInAndDevice(List.of(account.value()), device);
    }

    /**
     * Records a sign-in.
     *
     * @param device the key of the device
     * @param event the security event of the sign-in: a new device is alerted to later ones only
     */
    void record(AccountId account, String device, Client client, UUID event) {
        Instant now = clock.instant();
        devices.save(account.value(), device, now.toEpochMilli(), event);
        if (!client.address().isBlank()) {
            addresses.save(account.value(), client.network(), now.toEpochMilli());
        }
    }

    @Scheduled(fixedDelay = 24, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    @Transactional
    void deleteExpired() {
        Instant moment = clock.instant().minus(RETENTION);
        devices.deleteOlderThan(moment);
        addresses.deleteOlderThan(moment);
    }
}
