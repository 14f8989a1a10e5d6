package app.charla.api;

import app.charla.account.Account;
import app.charla.account.AccountService;
import app.charla.account.IssuedToken;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.account.Session;
import app.charla.account.SessionService;
import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coming in: an account and a bearer token. */
@RestController
class AuthController {

    static final String REGISTER = "/v1/api/auth/register";
    static final String LOGIN = "/v1/api/auth/login";

    private final AccountService accounts;
    private final SessionService sessions;

    AuthController(AccountService accounts, SessionService sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** A new account; without a language it speaks the one of the request. */
    record NewAccount(
            String username,
            String password,
            @Nullable String email,
            @Nullable Language language) {
        NewAccount {
            Fields.required("username", username);
            Fields.required("password", password);
        }

        Registration toRegistration(HttpServletRequest request) {
            return new Registration(
                    username, email, password, language == null ? Explanations.language(request) : language);
        }
    }

    /** The username, or the e-mail, and the password. */
    record Credentials(@JsonAlias({"email", "login"}) String username, String password) {
        Credentials {
            Fields.required("username", username);
            Fields.required("password", password);
        }
    }

    /** The one sight of a token. */
    record SignedIn(AccountJson account, String token, Instant expiresAt) {}

    @PostMapping(REGISTER)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "429")
    @ResponseStatus(HttpStatus.CREATED)
    SignedIn register(@RequestBody NewAccount account, HttpServletRequest request) {
        return signedIn(accounts.register(account.toRegistration(request), request.getRemoteAddr()), request);
    }

    @PostMapping(LOGIN)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "401")
    @ApiResponse(responseCode = "429")
    SignedIn login(@RequestBody Credentials credentials, HttpServletRequest request) {
        Account account = accounts.signIn(credentials.username(), credentials.password(), request.getRemoteAddr());
        return signedIn(account, request);
    }

    private SignedIn signedIn(Account account, HttpServletRequest request) {
        String label = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        IssuedToken issued = sessions.open(account.id(), Session.Kind.TOKEN, label, request.getRemoteAddr());
        return new SignedIn(
                AccountJson.of(account), issued.token(), issued.session().expiresAt());
    }
}
