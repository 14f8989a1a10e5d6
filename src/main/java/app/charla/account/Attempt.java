package app.charla.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to authenticate.
 *
 * @param subject whom it names: the skeleton of a username, or an e-mail; for codes of a second factor, the account
 * @param origin the known device, address or session that it comes from; null for a stranger
 */
record Attempt(String subject, Client client, @Nullable String origin) {

    private static final int MAX_SUBJECT_LENGTH = 254;

    Attempt {
        subject = subject.length() > MAX_SUBJECT_LENGTH ? subject.substring(0, MAX_SUBJECT_LENGTH) : subject;
    }

    /** An attempt by a session of the account, to re-authenticate. */
    static Attempt bySession(String subject, UUID session, String address) {
        return new Attempt(subject, Client.at(address), "session " + session);
    }

    boolean isByStranger() {
        return origin == null;
    }

    /** Returns the key of the limit that this attempt shares with those from the same origin only. */
    String key() {
        return subject + " " + (origin == null ? "stranger " + client.network() : origin);
    }
}
