package app.charla.account;

import app.charla.account.Session.Kind;
import app.charla.account.Session.Reach;
import app.charla.account.Session.Scope;
import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.unicode.NameRule;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal access tokens: a person creates them for apps, with a name, a scope and an expiry. Each is a {@link Session}.
 */
@Service
public class AccessTokens {

    /** The maximum length of the name of a token. */
    public static final int MAX_NAME_LENGTH = 64;
    /** The maximum life of a token, in days. */
    public static final int MAX_DAYS = 366;

    private static final int MAX_TOKENS = 50;

    private final SessionService sessions;
    private final Reauthentication reauthentication;
    private final SecurityLog log;

    AccessTokens(SessionService sessions, Reauthentication reauthentication, SecurityLog log) {
        this.sessions = sessions;
        this.reauthentication = reauthentication;
        this.log = log;
    }

    /**
     * Creates a token.
     *
     * @param session the session of the request; requires a fresh {@link Reauthentication}
     * @param name the label that the person recognizes it by, 1–64 characters
     * @param reach where it works, of {@code TokenReaches}, which checks that the person sees it
     * @param days days until it expires, 1–366
     * @param address the network address of the request, for the security log
     * @throws ConflictException if the actor has 50 tokens already
     */
    @Transactional
    public IssuedToken create(
            AccountId actor, UUID session, String name, Scope scope, Reach reach, int days, String address) {
        reauthentication.require(actor, session);
        String label = NameRule.require("name", name, 1, MAX_NAME_LENGTH);
        if (days < 1 || days > MAX_DAYS) {
            throw new InvalidException("days", "token.days", 1, MAX_DAYS);
        }
        if (tokens(actor).size() >= MAX_TOKENS) {
            throw new ConflictException("token.many");
        }
        IssuedToken issued = sessions.issue(actor, scope, reach, label, Duration.ofDays(days));
        log.recordToken(actor, session, issued.session(), address);
        return issued;
    }

    /** The actor's tokens, last used first. */
    @Transactional(readOnly = true)
    public List<Session> tokens(AccountId actor) {
        return sessions.findAll(actor).stream()
                .filter(session -> session.kind() == Kind.PERSONAL)
                .toList();
    }

    /**
     * Revokes a token and closes its connections.
     *
     * @throws NotFoundException if the actor has no such token
     */
    @Transactional
    public void revoke(AccountId actor, UUID token) {
        if (tokens(actor).stream().noneMatch(mine -> mine.id().equals(token))) {
            throw new NotFoundException();
        }
        sessions.end(actor, token);
    }
}
