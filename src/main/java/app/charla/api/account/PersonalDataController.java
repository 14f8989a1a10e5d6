package app.charla.api.account;

import app.charla.account.Session;
import app.charla.api.json.Require;
import app.charla.core.NotFoundException;
import app.charla.personaldata.AccountDeletion;
import app.charla.personaldata.DataExport;
import app.charla.personaldata.DataExports;
import app.charla.personaldata.PendingDeletion;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Personal data: export of the caller's data, and deletion of their account. */
@RestController
@RequestMapping("/v1/api/me")
class PersonalDataController {

    private final DataExports exports;
    private final AccountDeletion deletion;

    PersonalDataController(DataExports exports, AccountDeletion deletion) {
        this.exports = exports;
        this.deletion = deletion;
    }

    /**
     * The progress of an export.
     *
     * @param percent 0–100
     * @param expiresAt when the file is deleted; absent until the export is ready
     */
    record ExportJson(
            DataExport.State state, int percent, @Nullable Instant expiresAt) {
        static ExportJson of(DataExport export) {
            return new ExportJson(export.state(), export.percent(), export.expiresAt());
        }
    }

    /** A request to delete the account: whether its messages are removed or anonymised. */
    record DeletionRequest(PendingDeletion.Messages messages) {
        DeletionRequest {
            Require.required("messages", messages);
        }
    }

    /** A pending deletion, which can be cancelled until it is due. */
    record DeletionJson(PendingDeletion.Messages messages, Instant dueAt) {
        static DeletionJson of(PendingDeletion deletion) {
            return new DeletionJson(deletion.messages(), deletion.dueAt());
        }
    }

    @PostMapping("/export")
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ExportJson export(Session session, HttpServletRequest request) {
        return ExportJson.of(exports.request(session.account(), request.getRemoteAddr()));
    }

    @GetMapping("/export")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    ExportJson export(Session session) {
        return exports.export(session.account()).map(ExportJson::of).orElseThrow(NotFoundException::new);
    }

    @GetMapping("/export/file")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404")
    void file(Session session, HttpServletResponse response) throws IOException {
        Path file = exports.file(session.account());
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"charla.zip\"");
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    @DeleteMapping
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeletionJson delete(Session session, @RequestBody DeletionRequest wanted, HttpServletRequest request) {
        return DeletionJson.of(
                deletion.request(session.account(), session.id(), wanted.messages(), request.getRemoteAddr()));
    }

    @GetMapping("/deletion")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    DeletionJson deletion(Session session) {
        return deletion.pending(session.account()).map(DeletionJson::of).orElseThrow(NotFoundException::new);
    }

    @DeleteMapping("/deletion")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelDeletion(Session session, HttpServletRequest request) {
        deletion.cancel(session.account(), request.getRemoteAddr());
    }
}
