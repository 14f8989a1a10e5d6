package app.charla.api.media;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.AttachmentJson;
import app.charla.core.Actor;
import app.charla.http.TusHeaders;
import app.charla.media.Attachment;
import app.charla.media.MediaId;
import app.charla.media.Upload;
import app.charla.media.UploadService;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Resumable uploads (tus 1.0).
 *
 * @see <a href="https://tus.io/protocols/resumable-upload">tus 1.0: core, creation, termination, expiration</a>
 */
@RestController
@RequestMapping(ApiPaths.UPLOADS)
class UploadController {

    private final UploadService uploads;

    UploadController(UploadService uploads) {
        this.uploads = uploads;
    }

    /**
     * The progress of an upload.
     *
     * @param offset bytes received so far
     * @param media the attachment, once complete
     */
    record UploadJson(
            String id,
            long size,
            long offset,
            @Nullable Instant expiresAt,
            @Nullable AttachmentJson media) {

        static UploadJson of(Upload upload) {
            Attachment attachment = upload.attachment();
            return new UploadJson(
                    upload.id().toString(),
                    upload.size(),
                    upload.offset(),
                    upload.expiresAt(),
                    attachment == null ? null : AttachmentJson.of(attachment));
        }
    }

    @PostMapping
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400")
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "413")
    @ApiResponse(responseCode = "422")
    @ApiResponse(responseCode = "429")
    ResponseEntity<UploadJson> begin(
            Actor actor,
            @Parameter(schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @RequestHeader(TusHeaders.LENGTH)
                    long length,
            @RequestHeader(name = TusHeaders.METADATA, defaultValue = "") String metadata) {
        Upload upload = uploads.begin(actor, TusHeaders.parseRequest(length, metadata));
        return answer(HttpStatus.CREATED, upload);
    }

    /** Returns the progress; {@code HEAD} returns the headers alone. */
    @GetMapping("/{mediaId}")
    ResponseEntity<UploadJson> find(Actor actor, @PathVariable String mediaId) {
        return answer(HttpStatus.OK, uploads.find(actor, MediaId.parse(mediaId)));
    }

    @PatchMapping(path = "/{mediaId}", consumes = TusHeaders.PART_TYPE)
    @ApiResponse(
            responseCode = "204",
            content = {})
    @ApiResponse(responseCode = "400")
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "413")
    @ApiResponse(responseCode = "415")
    @ApiResponse(responseCode = "422")
    ResponseEntity<Void> append(
            Actor actor,
            @PathVariable String mediaId,
            @Parameter(schema = @Schema(type = "integer", format = "int64", minimum = "0"))
                    @RequestHeader(TusHeaders.OFFSET)
                    long offset,
            InputStream bytes)
            throws IOException {
        Upload upload = uploads.append(actor, MediaId.parse(mediaId), offset, bytes);
        return ResponseEntity.noContent().headers(TusHeaders.of(upload)).build();
    }

    @DeleteMapping("/{mediaId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Actor actor, @PathVariable String mediaId) {
        uploads.cancel(actor, MediaId.parse(mediaId));
    }

    private static ResponseEntity<UploadJson> answer(HttpStatus status, Upload upload) {
        return ResponseEntity.status(status)
                .location(URI.create(ApiPaths.UPLOADS + "/" + upload.id()))
                .headers(TusHeaders.of(upload))
                .body(UploadJson.of(upload));
    }
}
