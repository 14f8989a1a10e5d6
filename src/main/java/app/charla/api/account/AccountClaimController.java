package app.charla.api.account;

import app.charla.account.AccountService;
import app.charla.account.DormantAccounts;
import app.charla.api.json.AccountJson;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.PersonJson;
import app.charla.api.json.Require;
import app.charla.api.problem.ProblemTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Claiming an account that came with a restored space. Public: the claim token authorises. */
@RestController
@RequestMapping(ApiPaths.CLAIMS + "/{token}")
class AccountClaimController {

    private final DormantAccounts accounts;

    AccountClaimController(DormantAccounts accounts) {
        this.accounts = accounts;
    }

    /** The password to set on the claimed account. */
    record FirstPassword(
            @Schema(minLength = AccountService.MIN_PASSWORD_LENGTH, maxLength = AccountService.MAX_PASSWORD_LENGTH)
            String password) {
        FirstPassword {
            Require.required("password", password);
        }
    }

    @GetMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    PersonJson preview(@PathVariable String token) {
        return PersonJson.of(accounts.preview(token));
    }

    @PostMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "429")
    AccountJson claim(@PathVariable String token, @RequestBody FirstPassword request, HttpServletRequest http) {
        return AccountJson.of(
                accounts.claim(token, request.password(), ProblemTexts.language(http), http.getRemoteAddr()));
    }
}
