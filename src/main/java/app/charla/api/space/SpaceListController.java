package app.charla.api.space;

import app.charla.account.Preferences.Language;
import app.charla.account.Session;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.Require;
import app.charla.api.json.SendRequest;
import app.charla.api.json.SpaceJson;
import app.charla.api.problem.ProblemTexts;
import app.charla.space.SpaceArchives;
import app.charla.space.SpaceCreation;
import app.charla.space.SpaceCreation.Requested;
import app.charla.space.SpaceRequest;
import app.charla.space.SpaceSettings;
import app.charla.space.SpaceSettings.Joining;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's spaces: list, create, restore from a file. */
@RestController
class SpaceListController {

    private static final String DEFAULT_COLOR = "#5b5bd6";

    private final SpaceDetails details;
    private final SpaceCreation creation;
    private final SpaceArchives archives;

    SpaceListController(SpaceDetails details, SpaceCreation creation, SpaceArchives archives) {
        this.details = details;
        this.creation = creation;
        this.archives = archives;
    }

    /**
     * A page of spaces, the home space first.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record SpacesJson(List<SpaceJson> spaces, @Nullable String next) {}

    /** A request for a space; all but the name have defaults. */
    record NewSpaceJson(
            @Schema(minLength = SpaceRequest.MIN_NAME_LENGTH, maxLength = SpaceRequest.MAX_NAME_LENGTH)
            String name,

            @Schema(pattern = "^" + SpaceRequest.COLOR_PATTERN + "$") @Nullable
            String color,

            @Schema(maxLength = SpaceSettings.MAX_WELCOME_LENGTH) @Nullable
            String welcome,

            @Nullable Language language,
            @Nullable Joining joining,

            @Schema(minimum = "1", maximum = "" + SpaceSettings.MAX_RETENTION_DAYS) @Nullable
            Integer retentionDays,

            @Nullable Boolean previews,

            @ArraySchema(
                    schema = @Schema(minLength = 1, maxLength = SpaceRequest.MAX_CHAT_NAME_LENGTH),
                    maxItems = SpaceRequest.MAX_CHATS)
            @Nullable
            List<String> chats,

            @Schema(minLength = 1, maxLength = SpaceCreation.MAX_REQUEST_KEY_LENGTH) @Nullable
            String requestKey) {
        NewSpaceJson {
            Require.required("name", name);
        }

        SpaceRequest toRequest(HttpServletRequest request) {
            var settings = new SpaceSettings(
                    Objects.requireNonNullElse(welcome, ""),
                    language == null ? ProblemTexts.language(request) : language,
                    Objects.requireNonNullElse(joining, Joining.INVITE),
                    retentionDays,
                    !Boolean.FALSE.equals(previews));
            return new SpaceRequest(
                    name,
                    Objects.requireNonNullElse(color, DEFAULT_COLOR),
                    settings,
                    Objects.requireNonNullElse(chats, List.of()));
        }
    }

    @GetMapping(ApiPaths.SPACES)
    SpacesJson all(Session session, PageRequest request) {
        Page<SpaceJson> page = request.pageOf(details.spaces(session.account()), SpaceJson::id);
        return new SpacesJson(page.entries(), page.next());
    }

    @PostMapping(ApiPaths.SPACES)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "429")
    ResponseEntity<SpaceJson> create(
            Session session,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            minLength = 1,
                                            maxLength = SpaceCreation.MAX_REQUEST_KEY_LENGTH))
                    @RequestHeader(name = SendRequest.KEY, required = false)
                    @Nullable
                    String key,
            @RequestBody NewSpaceJson wanted,
            HttpServletRequest request) {
        String requestKey = key == null ? wanted.requestKey() : key;
        return answer(session, creation.request(session.account(), wanted.toRequest(request), requestKey));
    }

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            description = "A space file, as downloaded from a space",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @PostMapping(ApiPaths.SPACE_RESTORE)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400")
    @ApiResponse(responseCode = "422")
    @ApiResponse(responseCode = "429")
    ResponseEntity<SpaceJson> restore(
            Session session,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            minLength = 1,
                                            maxLength = SpaceCreation.MAX_REQUEST_KEY_LENGTH))
                    @RequestHeader(name = SendRequest.KEY, required = false)
                    @Nullable
                    String key,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            minLength = SpaceRequest.MIN_NAME_LENGTH,
                                            maxLength = SpaceRequest.MAX_NAME_LENGTH))
                    @RequestParam
                    String name,
            @Parameter(schema = @Schema(type = "string", pattern = "^" + SpaceRequest.COLOR_PATTERN + "$"))
                    @RequestParam(defaultValue = DEFAULT_COLOR)
                    String color,
            HttpServletRequest request)
            throws IOException {
        return answer(session, archives.restore(session.account(), name, color, request.getInputStream(), key));
    }

    /** 202 while the space is being provisioned, 200 once it is ready. */
    private ResponseEntity<SpaceJson> answer(Session session, Requested requested) {
        HttpStatus status = requested.space().isReady() ? HttpStatus.OK : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status)
                .location(URI.create(ApiPaths.SPACES + "/" + requested.space().slug()))
                .body(details.space(session.account(), requested.space()));
    }
}
