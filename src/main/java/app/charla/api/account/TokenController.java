package app.charla.api.account;

import app.charla.account.AccessTokens;
import app.charla.account.IssuedToken;
import app.charla.account.Session;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.Require;
import app.charla.chat.TokenReaches;
import app.charla.core.ChatId;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

/** The caller's API tokens. */
@RestController
@RequestMapping("/v1/api/auth/tokens")
class TokenController {

    private static final int DEFAULT_DAYS = 90;

    private final AccessTokens tokens;
    private final TokenReaches reaches;

    TokenController(AccessTokens tokens, TokenReaches reaches) {
        this.tokens = tokens;
        this.reaches = reaches;
    }

    /**
     * A request for an API token; the defaults are scope READ and 90 days.
     *
     * @param space the slug of the space that it is limited to; absent for no limit
     * @param chatId the chat of that space that it is limited to; absent for the whole space
     */
    record NewToken(
            @Schema(minLength = 1, maxLength = AccessTokens.MAX_NAME_LENGTH)
            String name,

            Session.@Nullable Scope scope,
            @Nullable String space,
            @Nullable String chatId,

            @Schema(minimum = "1", maximum = "" + AccessTokens.MAX_DAYS) @Nullable
            Integer days) {
        NewToken {
            Require.required("name", name);
        }
    }

    /**
     * An API token.
     *
     * @param spaceId the space that it is limited to, if any
     * @param chatId the chat that it is limited to, if any
     * @param token the secret, present only in the answer that creates it
     */
    record TokenJson(
            String id,
            String name,
            Session.Scope scope,
            @Nullable String spaceId,
            @Nullable String chatId,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            @Nullable String token) {

        static TokenJson of(Session session, @Nullable String token) {
            return new TokenJson(
                    session.id().toString(),
                    session.label(),
                    session.scope(),
                    session.reach().space() == null
                            ? null
                            : session.reach().space().toString(),
                    session.reach().chat() == null
                            ? null
                            : session.reach().chat().toString(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.expiresAt(),
                    token);
        }
    }

    /**
     * A page of API tokens, last used first.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record TokensJson(List<TokenJson> tokens, @Nullable String next) {}

    @GetMapping
    TokensJson list(Session session, PageRequest request) {
        Page<TokenJson> page = request.pageOf(
                        tokens.tokens(session.account()), token -> token.id().toString())
                .map(token -> TokenJson.of(token, null));
        return new TokensJson(page.entries(), page.next());
    }

    @PostMapping
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.CREATED)
    TokenJson make(Session session, @RequestBody NewToken wanted, HttpServletRequest request) {
        var scope = Objects.requireNonNullElse(wanted.scope(), Session.Scope.READ);
        int days = Objects.requireNonNullElse(wanted.days(), DEFAULT_DAYS);
        ChatId chat = wanted.chatId() == null ? null : ChatId.parse(wanted.chatId());
        IssuedToken issued = tokens.create(
                session.account(),
                session.id(),
                wanted.name(),
                scope,
                reaches.reach(session.account(), wanted.space(), chat),
                days,
                request.getRemoteAddr());
        return TokenJson.of(issued.session(), issued.token());
    }

    @DeleteMapping("/{tokenId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "422")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Session session, @PathVariable UUID tokenId) {
        tokens.revoke(session.account(), tokenId);
    }
}
