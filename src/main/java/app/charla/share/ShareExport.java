package app.charla.share;

import app.charla.core.AccountId;
import app.charla.export.ExportArchive;
import app.charla.export.ExportPart;
import java.io.IOException;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Exports the account's own shares that have not expired. */
@Component
@Order(3)
class ShareExport implements ExportPart {

    private record ExportedShare(String chat, long firstSeq, long lastSeq, Instant createdAt, Instant expiresAt) {}

    private final ShareService shareService;

    ShareExport(ShareService shareService) {
        this.shareService = shareService;
    }

    @Override
    public void write(AccountId account, ExportArchive archive) throws IOException {
        archive.addJson(
                "shares.json",
                shareService.shares(account).stream()
                        .map(share -> new ExportedShare(
                                share.chat().toString(),
                                share.firstSeq(),
                                share.lastSeq(),
                                share.createdAt(),
                                share.expiresAt()))
                        .toList());
    }
}
