package app.charla.api.account;

import app.charla.account.Administrators;
import app.charla.account.RegistrationMode;
import app.charla.account.RegistrationPolicy;
import app.charla.account.RegistrationRules;
import app.charla.account.RegistrationRules.Inviters;
import app.charla.account.Session;
import app.charla.account.WaitingAccount;
import app.charla.account.WaitingAccounts;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.PersonJson;
import app.charla.api.json.Require;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Administration of the server: who may register, the accounts that wait, and the administrators. For everybody else it
 * does not exist.
 */
@RestController
@RequestMapping(ApiPaths.ADMIN)
@ApiResponse(responseCode = "404")
class AdministrationController {

    private static final String REGISTRATION = "/registration";
    private static final String WAITING = "/waiting";
    private static final String ONE_WAITING = WAITING + "/{accountId}";
    private static final String ADMINISTRATORS = "/administrators";
    private static final String ADMINISTRATOR = ADMINISTRATORS + "/{member}";

    private final RegistrationPolicy policy;
    private final WaitingAccounts waiting;
    private final Administrators administrators;

    AdministrationController(RegistrationPolicy policy, WaitingAccounts waiting, Administrators administrators) {
        this.policy = policy;
        this.waiting = waiting;
        this.administrators = administrators;
    }

    /**
     * Rules of registration.
     *
     * @param inviters whose invites count in the mode {@code INVITE}; by default those of administrators
     */
    record RegistrationJson(RegistrationMode mode, @Nullable Inviters inviters) {
        RegistrationJson {
            Require.required("mode", mode);
        }

        static RegistrationJson of(RegistrationRules rules) {
            return new RegistrationJson(rules.mode(), rules.inviters());
        }

        RegistrationRules toRules() {
            return new RegistrationRules(mode, Objects.requireNonNullElse(inviters, Inviters.ADMINISTRATORS));
        }
    }

    /**
     * An account that waits to be let in.
     *
     * @param email as its owner gave it, not verified
     * @param since when it was created
     */
    record WaitingJson(
            String id,
            String username,
            String name,
            @Nullable String email,
            Instant since) {

        static WaitingJson of(WaitingAccount account) {
            return new WaitingJson(
                    account.id().toString(), account.username(), account.name(), account.email(), account.since());
        }
    }

    /** The accounts that wait, the oldest first. */
    record WaitingListJson(List<WaitingJson> accounts) {}

    /** The administrators by username. */
    record AdministratorsJson(List<PersonJson> people) {}

    @GetMapping(REGISTRATION)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    RegistrationJson registration(Session session) {
        administrators.require(session.account());
        return RegistrationJson.of(policy.rules());
    }

    @PutMapping(REGISTRATION)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    RegistrationJson change(Session session, @RequestBody RegistrationJson wanted, HttpServletRequest request) {
        return RegistrationJson.of(policy.change(session.account(), wanted.toRules(), request.getRemoteAddr()));
    }

    @GetMapping(WAITING)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    WaitingListJson waiting(Session session) {
        return new WaitingListJson(
                waiting.all(session.account()).stream().map(WaitingJson::of).toList());
    }

    /** Lets an account in. */
    @PostMapping(ONE_WAITING)
    @ApiResponse(responseCode = "204")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(Session session, @PathVariable String accountId, HttpServletRequest request) {
        waiting.accept(session.account(), id(accountId), request.getRemoteAddr());
    }

    /** Refuses an account, which deletes it. */
    @DeleteMapping(ONE_WAITING)
    @ApiResponse(responseCode = "204")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(Session session, @PathVariable String accountId, HttpServletRequest request) {
        waiting.refuse(session.account(), id(accountId), request.getRemoteAddr());
    }

    @GetMapping(ADMINISTRATORS)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    AdministratorsJson administrators(Session session) {
        return new AdministratorsJson(administrators.administrators(session.account()).stream()
                .map(PersonJson::of)
                .toList());
    }

    @PutMapping(ADMINISTRATOR)
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void appoint(Session session, AccountId person, HttpServletRequest request) {
        administrators.appoint(session.account(), session.id(), person, request.getRemoteAddr());
    }

    @DeleteMapping(ADMINISTRATOR)
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Session session, AccountId person, HttpServletRequest request) {
        administrators.dismiss(session.account(), session.id(), person, request.getRemoteAddr());
    }

    private static AccountId id(String text) {
        try {
            return new AccountId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }
}
