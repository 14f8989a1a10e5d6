package app.charla.api.account;

import app.charla.account.Account;
import app.charla.account.AccountService;
import app.charla.account.AppAuthorization;
import app.charla.account.IssuedToken;
import app.charla.account.PasswordAuthentication;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.account.RegistrationTicket;
import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.account.WaitingAccounts;
import app.charla.api.json.AccountJson;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.Require;
import app.charla.api.problem.ProblemTexts;
import app.charla.core.AccountId;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
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

/** Registration and sign-in: each answers with the account and a bearer token. */
@RestController
class AuthController {

    private final AccountService accounts;
    private final PasswordAuthentication passwords;
    private final SessionService sessions;
    private final AppAuthorization appAuthorization;
    private final WaitingAccounts waiting;

    AuthController(
            AccountService accounts,
            PasswordAuthentication passwords,
            SessionService sessions,
            AppAuthorization appAuthorization,
            WaitingAccounts waiting) {
        this.waiting = waiting;
        this.appAuthorization = appAuthorization;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * A registration; the language defaults to that of the request.
     *
     * @param name the display name, at most 64 characters; the username if it is blank or missing
     * @param invite the token of an invite, where the server lets in only those who were invited; the account is then a
     *     member of its space
     * @param setupCode the code that makes the first administrator of a new server
     */
    record NewAccount(
            @Schema(maxLength = AccountService.MAX_NAME_LENGTH) @Nullable
            String name,

            @Schema(minLength = AccountService.MIN_USERNAME_LENGTH, maxLength = AccountService.MAX_USERNAME_LENGTH)
            String username,

            @Schema(minLength = AccountService.MIN_PASSWORD_LENGTH, maxLength = AccountService.MAX_PASSWORD_LENGTH)
            String password,

            @Schema(format = "email") @Nullable String email,
            @Nullable Language language,
            @Nullable String invite,
            @Nullable String setupCode) {
        NewAccount {
            Require.required("username", username);
            Require.required("password", password);
        }

        RegistrationTicket ticket() {
            return new RegistrationTicket(invite, setupCode);
        }

        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return "NewAccount[" + username + "]";
        }

        Registration toRegistration(HttpServletRequest request) {
            return new Registration(
                    name, username, email, password, language == null ? ProblemTexts.language(request) : language);
        }
    }

    /** Credentials: username or e-mail, password and, with a second factor, a code. */
    record Credentials(
            @JsonAlias({"email", "login"}) String username,
            String password,
            @Nullable String otp) {
        Credentials {
            Require.required("username", username);
            Require.required("password", password);
        }
    }

    /** An authorization code that the browser brought back from a provider, and its PKCE verifier (RFC 7636). */
    record Exchange(
            String code,

            @Schema(pattern = "^" + AppAuthorization.VERIFIER_PATTERN + "$") @JsonProperty("code_verifier")
            String verifier) {
        Exchange {
            Require.required("code", code);
            Require.required("code_verifier", verifier);
        }
    }

    /**
     * The account and its bearer token, which is shown only here.
     *
     * @param waiting whether an administrator has yet to let the account in; until then other requests are refused
     */
    record SignedIn(AccountJson account, String token, Instant expiresAt, boolean waiting) {}

    @PostMapping(ApiPaths.REGISTER)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "429")
    @ResponseStatus(HttpStatus.CREATED)
    SignedIn register(@RequestBody NewAccount account, HttpServletRequest request) {
        return signedIn(
                accounts.register(account.toRegistration(request), account.ticket(), request.getRemoteAddr()), request);
    }

    @PostMapping(ApiPaths.LOGIN)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "401")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "429")
    SignedIn login(@RequestBody Credentials credentials, HttpServletRequest request) {
        Account account = passwords.signIn(
                credentials.username(), credentials.password(), credentials.otp(), request.getRemoteAddr());
        return signedIn(account, request);
    }

    @PostMapping(ApiPaths.EXCHANGE)
    SignedIn exchange(@RequestBody Exchange exchange, HttpServletRequest request) {
        AccountId account = appAuthorization.redeem(exchange.code(), exchange.verifier());
        return signedIn(accounts.account(account), request);
    }

    private SignedIn signedIn(Account account, HttpServletRequest request) {
        String label = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        IssuedToken issued = sessions.open(account.id(), Session.Kind.TOKEN, label, request.getRemoteAddr());
        return new SignedIn(
                AccountJson.of(account), issued.token(), issued.session().expiresAt(), waiting.isWaiting(account.id()));
    }
}
