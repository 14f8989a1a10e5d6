package app.charla.api.account;

import app.charla.account.SecondFactor;
import app.charla.account.Session;
import app.charla.api.json.Require;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's second factor: TOTP (RFC 6238) and recovery codes. */
@RestController
@RequestMapping("/v1/api/auth/totp")
class SecondFactorController {

    private final SecondFactor factor;

    SecondFactorController(SecondFactor factor) {
        this.factor = factor;
    }

    /** A TOTP code. */
    record CodeJson(String code) {
        CodeJson {
            Require.required("code", code);
        }
    }

    /** Recovery codes, shown only here; each works once. */
    record RecoveryCodesJson(List<String> recoveryCodes) {}

    /**
     * The state of the second factor.
     *
     * @param on whether sign-in by password requires a code
     * @param recoveryCodes how many recovery codes are left
     */
    record SecondFactorJson(boolean on, int recoveryCodes) {}

    /**
     * The secret for an authenticator app; it has no effect until it is confirmed.
     *
     * @param secret Base32, for typing
     * @param uri the {@code otpauth} address of the QR code
     */
    record EnrolmentJson(String secret, String uri) {}

    @GetMapping
    SecondFactorJson state(Session session) {
        SecondFactor.State state = factor.state(session.account());
        return new SecondFactorJson(state.on(), state.recoveryCodes());
    }

    @PostMapping
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.CREATED)
    EnrolmentJson begin(Session session) {
        SecondFactor.Enrolment enrolment = factor.enrol(session.account(), session.id());
        return new EnrolmentJson(enrolment.secret(), enrolment.uri());
    }

    @PutMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "429")
    RecoveryCodesJson confirm(Session session, @RequestBody CodeJson code, HttpServletRequest request) {
        return new RecoveryCodesJson(
                factor.confirm(session.account(), session.id(), code.code(), request.getRemoteAddr()));
    }

    @PostMapping("/recovery-codes")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.CREATED)
    RecoveryCodesJson newRecoveryCodes(Session session, HttpServletRequest request) {
        return new RecoveryCodesJson(factor.newRecoveryCodes(session.account(), session.id(), request.getRemoteAddr()));
    }

    @DeleteMapping
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Session session, HttpServletRequest request) {
        factor.remove(session.account(), session.id(), request.getRemoteAddr());
    }
}
