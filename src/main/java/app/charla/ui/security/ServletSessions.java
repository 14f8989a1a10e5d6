package app.charla.ui.security;

import app.charla.account.SessionsEnded;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The registry of servlet sessions of this node, which hold the open views: those of people, by the Charla session that they
 * belong to and end with, and the anonymous ones of sign-in pages, which are bounded. Safe for many threads.
 *
 * @see <a href="../../../../../../docs/decisions/047-limits-of-requests-and-uploads.md">decision 047</a>
 */
@Component
class ServletSessions {

    /** An anonymous session ends this long after its last request; open pages send one more often. */
    static final Duration ANONYMOUS_TTL = Duration.ofMinutes(2);

    /** What the tabs of a revoked session have for leaving; by then they were told, or cannot be reached. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final int MAX_ANONYMOUS = 2_000;
    private static final int MAX_PER_NETWORK = 100;
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final String BINDING = ServletSessions.class.getName();
    private static final Logger log = LoggerFactory.getLogger(ServletSessions.class);

    private static final Executor AFTER_GRACE =
            CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);

    private final boolean limited;
    private final int maxAnonymous;
    private final int maxPerNetwork;
    private final Map<UUID, Set<HttpSession>> owned = new ConcurrentHashMap<>();

    /** Anonymous sessions by network, oldest first. Guarded by itself, as is their number. */
    private final Map<String, LinkedHashSet<HttpSession>> anonymous = new HashMap<>();

    private int anonymousCount;

    @Autowired
    ServletSessions(@Value("${charla.rate-limits}") boolean limited) {
        this(limited, MAX_ANONYMOUS, MAX_PER_NETWORK);
    }

    ServletSessions(boolean limited, int maxAnonymous, int maxPerNetwork) {
        this.limited = limited;
        this.maxAnonymous = maxAnonymous;
        this.maxPerNetwork = maxPerNetwork;
    }

    /** An attribute of a registered session, which removes it from the registry when it ends or gets another owner. */
    private record Binding(@Nullable UUID owner, Runnable removal) implements HttpSessionBindingListener {

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            removal.run();
        }
    }

    /** Returns the Charla session that a servlet session belongs to, if any. */
    static Optional<UUID> owner(HttpSession session) {
        return session.getAttribute(BINDING) instanceof Binding binding
                ? Optional.ofNullable(binding.owner())
                : Optional.empty();
    }

    /**
     * Registers the session of a person: it ends with their Charla session, or as usual.
     *
     * @throws IllegalStateException if it has ended
     */
    void bind(HttpSession session, UUID owner) {
        session.setMaxInactiveInterval(
                (int) Duration.ofMinutes(session.getServletContext().getSessionTimeout())
                        .toSeconds());
        owned.computeIfAbsent(owner, unknown -> ConcurrentHashMap.newKeySet()).add(session);
        session.setAttribute(BINDING, new Binding(owner, () -> removeOwned(owner, session)));
    }

    private void removeOwned(UUID owner, HttpSession session) {
        owned.computeIfPresent(owner, (same, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    /**
     * Registers a session of nobody. Where there are too many of a network or in all, the oldest ends: of that network, or of
     * the one that has the most.
     *
     * @param address the client's
     */
    void admitAnonymous(HttpSession session, String address) {
        session.setMaxInactiveInterval((int) ANONYMOUS_TTL.toSeconds());
        String network = networkOf(address);
        session.setAttribute(BINDING, new Binding(null, () -> removeAnonymous(network, session)));
        oldestInExcess(network, session).ifPresent(ServletSessions::end);
    }

    private Optional<HttpSession> oldestInExcess(String network, HttpSession added) {
        synchronized (anonymous) {
            LinkedHashSet<HttpSession> beside = anonymous.computeIfAbsent(network, unknown -> new LinkedHashSet<>());
            beside.add(added);
            anonymousCount++;
            if (!limited || beside.size() <= maxPerNetwork && anonymousCount <= maxAnonymous) {
                return Optional.empty();
            }
            return Optional.of((beside.size() > maxPerNetwork ? beside : largest()).getFirst());
        }
    }

    private LinkedHashSet<HttpSession> largest() {
        return anonymous.values().stream()
                .max(Comparator.comparingInt(Set::size))
                .orElseThrow();
    }

    private void removeAnonymous(String network, HttpSession session) {
        synchronized (anonymous) {
            LinkedHashSet<HttpSession> sessions = anonymous.get(network);
            if (sessions != null && sessions.remove(session)) {
                anonymousCount--;
                if (sessions.isEmpty()) {
                    anonymous.remove(network);
                }
            }
        }
    }

    /** Returns the network that one client can take any number of addresses of: of IPv6, the first 64 bits. */
    private static String networkOf(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length > IPV6_NETWORK_BYTES
                    ? Arrays.toString(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    /** Ends the servlet sessions of Charla sessions that ended, once their tabs had time to go to the sign-in page. */
    @EventListener
    void on(SessionsEnded ended) {
        AFTER_GRACE.execute(() -> ended.sessions().stream()
                .flatMap(owner -> owned.getOrDefault(owner, Set.of()).stream())
                .forEach(ServletSessions::end));
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException endedMeanwhile) {
            log.debug("The session has ended by itself", endedMeanwhile);
        }
    }
}
