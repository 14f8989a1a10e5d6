package app.charla.api.chat;

import app.charla.account.Session;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.Require;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.share.IssuedShare;
import app.charla.share.Share;
import app.charla.share.ShareService;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Share links: the caller's own, and requests to consent to those of others. */
@RestController
@RequestMapping("/v1/api/shares")
class ShareController {

    private final ShareService shareService;

    ShareController(ShareService shareService) {
        this.shareService = shareService;
    }

    /**
     * A request for a share link to a range of messages.
     *
     * @param first the {@code seq} of the first message
     * @param last the {@code seq} of the last message; defaults to {@code first}
     * @param days until the link expires; defaults to 7
     */
    record NewShare(
            String chatId,
            @Schema(minimum = "1") long first,
            @Schema(minimum = "1") @Nullable Long last,

            @Schema(minimum = "1", maximum = "" + ShareService.MAX_DAYS) @Nullable
            Integer days) {
        NewShare {
            Require.required("chatId", chatId);
        }
    }

    /**
     * A share link.
     *
     * @param awaited how many senders have not consented yet; the page shows nothing until all have
     */
    record ShareJson(
            String id, String chatId, long first, long last, Instant createdAt, Instant expiresAt, int awaited) {
        static ShareJson of(Share share) {
            return new ShareJson(
                    share.id().toString(),
                    share.chat().toString(),
                    share.firstSeq(),
                    share.lastSeq(),
                    share.createdAt(),
                    share.expiresAt(),
                    share.awaited());
        }
    }

    /**
     * A new share link.
     *
     * @param path the path of the page on this server; returned only here
     */
    record IssuedShareJson(ShareJson share, String path) {
        static IssuedShareJson of(IssuedShare issued) {
            return new IssuedShareJson(ShareJson.of(issued.share()), "/shared/" + issued.token());
        }
    }

    /**
     * A page of share links, newest first.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record SharesJson(List<ShareJson> shares, @Nullable String next) {
        static SharesJson of(List<Share> shares, PageRequest request) {
            Page<ShareJson> page =
                    request.pageOf(shares, share -> share.id().toString()).map(ShareJson::of);
            return new SharesJson(page.entries(), page.next());
        }
    }

    @PostMapping
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedShareJson share(Actor actor, @RequestBody NewShare wanted) {
        long last = wanted.last() == null ? wanted.first() : wanted.last();
        int days = wanted.days() == null ? 7 : wanted.days();
        return IssuedShareJson.of(shareService.share(actor, ChatId.parse(wanted.chatId()), wanted.first(), last, days));
    }

    @GetMapping
    SharesJson list(Session session, PageRequest request) {
        return SharesJson.of(shareService.shares(session.account()), request);
    }

    @DeleteMapping("/{shareId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Session session, @PathVariable String shareId) {
        shareService.revoke(session.account(), id(shareId));
    }

    @GetMapping("/requests")
    SharesJson requests(Session session, PageRequest request) {
        return SharesJson.of(shareService.requests(session.account()), request);
    }

    @PostMapping("/requests/{shareId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void consent(Session session, @PathVariable String shareId) {
        shareService.consent(session.account(), id(shareId));
    }

    @DeleteMapping("/requests/{shareId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(Session session, @PathVariable String shareId) {
        shareService.refuse(session.account(), id(shareId));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }
}
