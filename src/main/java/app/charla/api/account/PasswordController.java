package app.charla.api.account;

import app.charla.account.AccountService;
import app.charla.account.PasswordChanges;
import app.charla.account.Session;
import app.charla.api.json.AccountJson;
import app.charla.api.json.Require;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's password, and the e-mail that password resets go to. */
@RestController
class PasswordController {

    private final PasswordChanges changes;
    private final AccountService accounts;

    PasswordController(PasswordChanges changes, AccountService accounts) {
        this.changes = changes;
        this.accounts = accounts;
    }

    /** The current password, if there is one, and the new one. */
    record PasswordChange(
            @Nullable String current,

            @Schema(minLength = AccountService.MIN_PASSWORD_LENGTH, maxLength = AccountService.MAX_PASSWORD_LENGTH)
            String password) {
        PasswordChange {
            Require.required("password", password);
        }
    }

    /** The new e-mail; blank removes it. */
    record EmailJson(@Schema(format = "email") String email) {
        EmailJson {
            Require.required("email", email);
        }
    }

    /** Changes the password and ends the caller's other sessions. */
    @PutMapping("/v1/api/auth/password")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "429")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Session session, @RequestBody PasswordChange change, HttpServletRequest request) {
        changes.change(
                session.account(),
                session.id(),
                Objects.requireNonNullElse(change.current(), ""),
                change.password(),
                request.getRemoteAddr());
    }

    @PutMapping("/v1/api/auth/email")
    AccountJson changeEmail(Session session, @RequestBody EmailJson change, HttpServletRequest request) {
        return AccountJson.of(
                accounts.changeEmail(session.account(), session.id(), change.email(), request.getRemoteAddr()));
    }
}
