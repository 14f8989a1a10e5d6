package app.charla.api.account;

import app.charla.account.BlockList;
import app.charla.account.Session;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.PersonJson;
import app.charla.core.AccountId;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's block list. The blocked person is never notified. */
@RestController
class BlockController {

    private static final String ALL = "/v1/api/blocks";
    private static final String ONE = ALL + "/{member}";

    private final BlockList blockList;

    BlockController(BlockList blockList) {
        this.blockList = blockList;
    }

    /**
     * A page of the blocked people, in the order they were blocked.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record BlocksJson(List<PersonJson> people, @Nullable String next) {}

    @GetMapping(ALL)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    BlocksJson list(Session session, PageRequest request) {
        Page<PersonJson> page = request.pageOf(
                        blockList.blockedProfiles(session.account()),
                        person -> person.id().toString())
                .map(PersonJson::of);
        return new BlocksJson(page.entries(), page.next());
    }

    @PutMapping(ONE)
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "422")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(Session session, AccountId person) {
        blockList.block(session.account(), person);
    }

    @DeleteMapping(ONE)
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(Session session, AccountId person) {
        blockList.unblock(session.account(), person);
    }
}
