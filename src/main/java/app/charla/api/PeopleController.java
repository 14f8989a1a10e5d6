package app.charla.api;

import app.charla.account.AccountService;
import app.charla.account.Session;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding people to talk to. */
@RestController
class PeopleController {

    private final AccountService accounts;

    PeopleController(AccountService accounts) {
        this.accounts = accounts;
    }

    /** People, in the order of their usernames. */
    record PeopleJson(List<PersonJson> people) {}

    @GetMapping("/v1/api/people")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    PeopleJson search(
            Session session, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "20") int limit) {
        return new PeopleJson(accounts.search(session.account(), q, limit).stream()
                .map(PersonJson::of)
                .toList());
    }
}
