package app.charla.api.account;

import app.charla.account.AccountService;
import app.charla.account.PasswordResets;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.Require;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Password reset by e-mail. Public. */
@RestController
@RequestMapping(ApiPaths.PASSWORD_RESETS)
class PasswordResetController {

    private final PasswordResets resets;

    PasswordResetController(PasswordResets resets) {
        this.resets = resets;
    }

    /** The username or e-mail of the account. */
    record ResetRequest(String username) {
        ResetRequest {
            Require.required("username", username);
        }
    }

    /** The new password. */
    record NewPassword(
            @Schema(minLength = AccountService.MIN_PASSWORD_LENGTH, maxLength = AccountService.MAX_PASSWORD_LENGTH)
            String password) {
        NewPassword {
            Require.required("password", password);
        }
    }

    /** Sends a reset link by e-mail. The answer is the same if there is no such account, so that it discloses none. */
    @PostMapping
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "429")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void request(@RequestBody ResetRequest reset, HttpServletRequest request) {
        resets.requestReset(reset.username(), request.getRemoteAddr());
    }

    /** Sets the password, ends all sessions and uses up the link. */
    @PostMapping("/{token}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "429")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable String token, @RequestBody NewPassword change, HttpServletRequest request) {
        resets.reset(token, change.password(), request.getRemoteAddr());
    }
}
