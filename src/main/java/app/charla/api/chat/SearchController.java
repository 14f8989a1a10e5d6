package app.charla.api.chat;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.HitsJson;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.PageRequest;
import app.charla.chat.Chat;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.search.SearchOrder;
import app.charla.search.SearchRequest;
import app.charla.search.SearchService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Message search; days in queries are those of UTC. */
@RestController
class SearchController {

    private static final String QUERY_SYNTAX =
            "Terms and operators: from: in: has:link is:pinned before: after: on: mentions: \"phrase\" -term."
                    + " Sorted by newest or relevance.";

    private final SearchService search;
    private final JsonMapping jsonMapping;

    SearchController(SearchService search, JsonMapping jsonMapping) {
        this.search = search;
        this.jsonMapping = jsonMapping;
    }

    @GetMapping("/v1/api/search")
    @Operation(description = QUERY_SYNTAX)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    @ApiResponse(responseCode = "429")
    HitsJson everywhere(
            Actor actor,
            @Parameter(schema = @Schema(type = "string", maxLength = SearchService.MAX_QUERY_LENGTH))
                    @RequestParam(defaultValue = "")
                    String q,
            @RequestParam(defaultValue = "newest") String sort,
            PageRequest page) {
        return jsonMapping.hits(search.search(actor, request(q, null, sort, page)));
    }

    @GetMapping(ApiPaths.CHAT + "/search")
    @Operation(description = QUERY_SYNTAX)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    @ApiResponse(responseCode = "429")
    HitsJson inChat(
            Actor actor,
            Chat chat,
            @Parameter(schema = @Schema(type = "string", maxLength = SearchService.MAX_QUERY_LENGTH))
                    @RequestParam(defaultValue = "")
                    String q,
            @RequestParam(defaultValue = "newest") String sort,
            PageRequest page) {
        return jsonMapping.hits(search.search(actor, request(q, chat.id(), sort, page)));
    }

    private static SearchRequest request(String q, @Nullable ChatId chat, String sort, PageRequest page) {
        return new SearchRequest(q, chat, sort(sort), page.cursor(), page.limit(), ZoneOffset.UTC);
    }

    private static SearchOrder sort(String text) {
        try {
            return SearchOrder.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidException("sort", "field.type");
        }
    }
}
