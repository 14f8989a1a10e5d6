package app.charla.account;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * The verification of passwords, with limits on failures. The limit is checked again on the hashing thread: of many
 * attempts that wait at the same time, those after the last permitted failure are not verified.
 */
@Component
class PasswordVerification {

    private final Passwords passwords;
    private final HashingThreads threads;
    private final AttemptLimits limits;

    PasswordVerification(Passwords passwords, HashingThreads threads, AttemptLimits limits) {
        this.passwords = passwords;
        this.threads = threads;
        this.limits = limits;
    }

    /**
     * Returns which of the hashes is that of the password, the first if there are several.
     *
     * @param times how many hashes are computed at least, so that the time does not tell how many there are
     * @throws app.charla.core.TooManyRequestsException if there were too many failures lately, or the server is overloaded
     */
    OptionalInt verify(Attempt attempt, String password, List<String> hashes, int times) {
        limits.requireSignIn(attempt);
        OptionalInt match = threads.run(attempt.client().network(), () -> {
            limits.requireSignIn(attempt);
            OptionalInt found = find(password, hashes, times);
            if (found.isEmpty()) {
                limits.recordFailure(attempt);
            }
            return found;
        });
        if (match.isPresent()) {
            limits.recordSuccess(attempt);
        }
        return match;
    }

    private OptionalInt find(String password, List<String> hashes, int times) {
        OptionalInt found = OptionalInt.empty();
        for (int i = 0; i < Math.max(times, hashes.size()); i++) {
            boolean exists = i < hashes.size();
            boolean matches = passwords.matches(password, exists ? hashes.get(i) : passwords.dummyHash());
            if (exists && matches && found.isEmpty()) {
                found = OptionalInt.of(i);
            }
        }
        return found;
    }
}
