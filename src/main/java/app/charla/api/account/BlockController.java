package app.charla.api.account;

import app.charla.account.BlockList;
import app.charla.account.Session;
import app.charla.api.json.PersonJson;
import app.charla.core.AccountId;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
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

    /** Blocked people, in the order they were blocked. */
    record BlocksJson(List<PersonJson> people) {}

    @GetMapping(ALL)
    BlocksJson list(Session session) {
        return new BlocksJson(blockList.blockedProfiles(session.account()).stream()
                .map(PersonJson::of)
                .toList());
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
