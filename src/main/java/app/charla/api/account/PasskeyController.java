package app.charla.api.account;

import app.charla.account.Passkey;
import app.charla.account.Passkeys;
import app.charla.account.Session;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.Require;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's passkeys: list, rename, remove. Registering and using one takes a browser. */
@RestController
@RequestMapping("/v1/api/auth/passkeys")
class PasskeyController {

    private final Passkeys passkeys;

    PasskeyController(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    /**
     * A page of passkeys, in the order they were registered.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record PasskeysJson(List<Passkey> passkeys, @Nullable String next) {}

    /** The new name of a passkey. */
    record PasskeyName(
            @Schema(minLength = 1, maxLength = Passkeys.MAX_NAME_LENGTH)
            String name) {
        PasskeyName {
            Require.required("name", name);
        }
    }

    @GetMapping
    PasskeysJson list(Session session, PageRequest request) {
        Page<Passkey> page = request.pageOf(
                passkeys.passkeys(session.account()), passkey -> passkey.id().toString());
        return new PasskeysJson(page.entries(), page.next());
    }

    @PutMapping("/{passkeyId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(Session session, @PathVariable UUID passkeyId, @RequestBody PasskeyName request) {
        passkeys.rename(session.account(), passkeyId, request.name());
    }

    @DeleteMapping("/{passkeyId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "422")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Session session, @PathVariable UUID passkeyId, HttpServletRequest request) {
        passkeys.remove(session.account(), session.id(), passkeyId, request.getRemoteAddr());
    }
}
