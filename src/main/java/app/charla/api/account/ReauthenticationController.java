package app.charla.api.account;

import app.charla.account.Reauthentication;
import app.charla.account.Session;
import app.charla.api.json.Require;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reauthentication, which sensitive operations require; valid for five minutes, as is a sign-in. */
@RestController
class ReauthenticationController {

    private final Reauthentication reauthentication;

    ReauthenticationController(Reauthentication reauthentication) {
        this.reauthentication = reauthentication;
    }

    /** The password, or a code of the second factor. */
    record ProofJson(@Nullable String password, @Nullable String otp) {
        ProofJson {
            if (otp == null) {
                Require.required("password", password);
            }
        }
    }

    @PostMapping("/v1/api/auth/proof")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "429")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reauthenticate(Session session, @RequestBody ProofJson proof, HttpServletRequest request) {
        if (proof.password() != null) {
            reauthentication.byPassword(session.account(), session.id(), proof.password(), request.getRemoteAddr());
        } else if (proof.otp() != null) {
            reauthentication.byCode(session.account(), session.id(), proof.otp(), request.getRemoteAddr());
        }
    }
}
