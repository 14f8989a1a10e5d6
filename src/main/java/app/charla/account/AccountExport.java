package app.charla.account;

import app.charla.core.AccountId;
import app.charla.export.ExportArchive;
import app.charla.export.ExportPart;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Exports the account itself: its settings, sessions, identities, block list and security log. Never a secret. */
@Component
@Order(1)
class AccountExport implements ExportPart {

    private static final int EVENT_BATCH_SIZE = 200;

    private record ExportedSession(String kind, String label, Instant createdAt, Instant lastUsedAt) {}

    private record ExportedIdentity(String issuer, String label, Instant linkedAt, Instant lastUsedAt) {}

    private final AccountService accounts;
    private final SessionService sessions;
    private final IdentityService identities;
    private final BlockList blockList;
    private final SecurityLog securityLog;

    AccountExport(
            AccountService accounts,
            SessionService sessions,
            IdentityService identities,
            BlockList blockList,
            SecurityLog securityLog) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.identities = identities;
        this.blockList = blockList;
        this.securityLog = securityLog;
    }

    @Override
    public void write(AccountId account, ExportArchive archive) throws IOException {
        archive.addJson("account.json", accounts.account(account));
        archive.addJson("sessions.json", sessions(account));
        archive.addJson("identities.json", identities(account));
        archive.addJson(
                "blocks.json",
                blockList.blockedProfiles(account).stream()
                        .map(Profile::username)
                        .toList());
        archive.streamJson("security-log.json", json -> writeEvents(json, account));
    }

    private List<ExportedSession> sessions(AccountId account) {
        return sessions.sessions(account).stream()
                .map(session -> new ExportedSession(
                        session.kind().name(), session.label(), session.createdAt(), session.lastUsedAt()))
                .toList();
    }

    private List<ExportedIdentity> identities(AccountId account) {
        return identities.identities(account).stream()
                .map(identity -> new ExportedIdentity(
                        identity.issuer(), identity.label(), identity.linkedAt(), identity.lastUsedAt()))
                .toList();
    }

    private void writeEvents(JsonGenerator json, AccountId account) {
        json.writeStartArray();
        UUID before = null;
        List<SecurityEvent> page;
        do {
            page = securityLog.events(account, before, EVENT_BATCH_SIZE);
            page.forEach(json::writePOJO);
            before = page.isEmpty() ? null : page.getLast().id();
        } while (!page.isEmpty());
        json.writeEndArray();
    }
}
