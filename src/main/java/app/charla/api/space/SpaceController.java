package app.charla.api.space;

import app.charla.account.Preferences.Language;
import app.charla.account.Session;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.OpenSpaceJson;
import app.charla.api.json.Require;
import app.charla.api.json.SpaceJson;
import app.charla.core.Actor;
import app.charla.space.SpaceArchive;
import app.charla.space.SpaceArchives;
import app.charla.space.SpaceCreation;
import app.charla.space.SpaceDeletion;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceRequest;
import app.charla.space.SpaceSettings;
import app.charla.space.SpaceSettings.Joining;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/** One space: settings, deletion, retry of its provisioning, joining, download. */
@RestController
@RequestMapping(ApiPaths.SPACE)
class SpaceController {

    private static final String FILE = "application/vnd.sqlite3";

    private final SpaceDetails details;
    private final SpaceCreation creation;
    private final SpaceDeletion deletion;
    private final SpaceArchives archives;
    private final SpaceMembers members;

    SpaceController(
            SpaceDetails details,
            SpaceCreation creation,
            SpaceDeletion deletion,
            SpaceArchives archives,
            SpaceMembers members) {
        this.details = details;
        this.creation = creation;
        this.deletion = deletion;
        this.archives = archives;
        this.members = members;
    }

    /** A partial update of the settings: absent fields stay. Zero {@code retentionDays} keeps messages. */
    record SpaceChange(
            @Schema(minLength = SpaceRequest.MIN_NAME_LENGTH, maxLength = SpaceRequest.MAX_NAME_LENGTH) @Nullable
            String name,

            @Schema(pattern = "^" + SpaceRequest.COLOR_PATTERN + "$") @Nullable
            String color,

            @Nullable Boolean tinted,

            @Schema(maxLength = SpaceSettings.MAX_WELCOME_LENGTH) @Nullable
            String welcome,

            @Nullable Language language,
            @Nullable Joining joining,

            @Schema(minimum = "0", maximum = "" + SpaceSettings.MAX_RETENTION_DAYS) @Nullable
            Integer retentionDays,

            @Nullable Boolean previews,

            @ArraySchema(
                    schema = @Schema(minLength = 1, maxLength = SpaceRequest.MAX_CHAT_NAME_LENGTH),
                    maxItems = SpaceRequest.MAX_CHATS)
            @Nullable
            List<String> chats) {

        SpaceSettings applyTo(SpaceSettings present) {
            @Nullable Integer days = retentionDays == null ? present.retentionDays() : retentionDays;
            return new SpaceSettings(
                    Objects.requireNonNullElse(welcome, present.welcome()),
                    Objects.requireNonNullElse(language, present.language()),
                    Objects.requireNonNullElse(joining, present.joining()),
                    days == null || days == 0 ? null : days,
                    Objects.requireNonNullElse(previews, present.previews()));
        }
    }

    /** The name of the space to delete, as a confirmation. */
    record DeletionConfirmation(String name) {
        DeletionConfirmation {
            Require.required("name", name);
        }
    }

    @GetMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    OpenSpaceJson read(Session session, @PathVariable String slug) {
        return details.open(session.account(), slug);
    }

    @PutMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    OpenSpaceJson change(Actor actor, @PathVariable String slug, @RequestBody SpaceChange change) {
        details.change(actor, change);
        return details.open(actor.account(), slug);
    }

    @DeleteMapping
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void delete(Session session, @PathVariable String slug, @RequestBody DeletionConfirmation confirmation) {
        deletion.delete(session.account(), slug, confirmation.name());
    }

    @PostMapping("/retry")
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SpaceJson retry(Session session, @PathVariable String slug) {
        return details.space(session.account(), creation.retry(session.account(), slug));
    }

    @PostMapping("/join")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    OpenSpaceJson join(Session session, @PathVariable String slug) {
        members.join(session.account(), slug);
        return details.open(session.account(), slug);
    }

    @GetMapping("/download")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = FILE, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "403")
    void download(Actor actor, HttpServletResponse response) throws IOException {
        try (SpaceArchive archive = archives.download(actor)) {
            response.setContentType(FILE);
            response.setContentLengthLong(archive.size());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + archive.name() + "\"");
            Files.copy(archive.file(), response.getOutputStream());
        }
    }
}
