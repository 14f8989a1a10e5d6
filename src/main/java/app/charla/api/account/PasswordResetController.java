package app.charla.api.account;

import app.charla.account.PasswordResets;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.Require;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A new password for who has forgotten theirs; nobody is signed in. */
@RestController
@RequestMapping(ApiPaths.PASSWORD_RESETS)
class PasswordResetController {

    private final PasswordResets resets;

    PasswordResetController(PasswordResets resets) {
        this.resets = resets;
    }

    /** The username or the e-mail. */
    record Forgotten(String username) {
        Forgotten {
            Require.required("username", username);
        }
    }

    /** The password from now on. */
    record NewPassword(String password) {
        NewPassword {
            Require.required("password", password);
        }
    }

    /** Always answers alike: a link goes out by e-mail, or there is nobody to send it to. */
    @PostMapping
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "429")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(@RequestBody Forgotten forgotten, HttpServletRequest request) {
        resets.requestReset(forgotten.username(), request.getRemoteAddr());
    }

    /** Ends all sessions; the link is used up. */
    @PostMapping("/{token}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "429")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable String token, @RequestBody NewPassword wish, HttpServletRequest request) {
        resets.reset(token, wish.password(), request.getRemoteAddr());
    }
}
