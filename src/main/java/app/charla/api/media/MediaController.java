package app.charla.api.media;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.AttachmentJson;
import app.charla.api.json.Require;
import app.charla.chat.Chat;
import app.charla.core.Actor;
import app.charla.http.DownloadAnswer;
import app.charla.media.Attachment;
import app.charla.media.Attachment.Kind;
import app.charla.media.MediaId;
import app.charla.media.MediaService;
import app.charla.media.MediaService.GalleryItem;
import app.charla.media.MediaService.Size;
import app.charla.media.UploadRequest;
import app.charla.media.UploadService;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Media: upload in one request, download, description, signed links, and the gallery of a chat. */
@RestController
class MediaController {

    private static final String DEFAULT_LIMIT = "50";
    private static final String NEWEST = "" + Long.MAX_VALUE;

    private final MediaService media;
    private final UploadService uploads;

    MediaController(MediaService media, UploadService uploads) {
        this.media = media;
        this.uploads = uploads;
    }

    /** The text alternative of a medium. */
    record Description(String alt) {
        Description {
            Require.required("alt", alt);
        }
    }

    /** A signed link: serves a medium without a token until it expires, after a few minutes. */
    record SignedLinkJson(String url, Instant expiresAt) {}

    /** A medium and the message that holds it. */
    record GalleryItemJson(long messageId, long seq, AttachmentJson media) {
        static GalleryItemJson of(GalleryItem item) {
            return new GalleryItemJson(item.message().value(), item.seq(), AttachmentJson.of(item.attachment()));
        }
    }

    /** Media of a chat, newest first. */
    record GalleryJson(List<GalleryItemJson> media) {}

    /** Uploads a file in one request. */
    @PostMapping(path = ApiPaths.MEDIA, consumes = "application/octet-stream")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400")
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "413")
    @ApiResponse(responseCode = "415")
    @ApiResponse(responseCode = "422")
    @ApiResponse(responseCode = "429")
    @ResponseStatus(HttpStatus.CREATED)
    AttachmentJson upload(
            Actor actor,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String alt,
            @RequestHeader(HttpHeaders.CONTENT_LENGTH) long length,
            InputStream bytes)
            throws IOException {
        Attachment attachment = uploads.upload(actor, UploadRequest.of(name, length, alt), bytes);
        return AttachmentJson.of(attachment);
    }

    @GetMapping(ApiPaths.MEDIA + "/{mediaId}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> original(
            Actor actor,
            @PathVariable String mediaId,
            HttpMethod method,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return DownloadAnswer.of(media.open(actor, MediaId.parse(mediaId), Size.ORIGINAL), false, method, headers);
    }

    /** Returns an image scaled down to at most 2,048 pixels wide and high. */
    @GetMapping(ApiPaths.MEDIA + "/{mediaId}/view")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> view(
            Actor actor,
            @PathVariable String mediaId,
            HttpMethod method,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return DownloadAnswer.of(media.open(actor, MediaId.parse(mediaId), Size.VIEW), false, method, headers);
    }

    /** Returns an image scaled down to at most 480 pixels wide and high. */
    @GetMapping(ApiPaths.MEDIA + "/{mediaId}/thumb")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> thumb(
            Actor actor,
            @PathVariable String mediaId,
            HttpMethod method,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return DownloadAnswer.of(media.open(actor, MediaId.parse(mediaId), Size.THUMB), false, method, headers);
    }

    /** Sets the text alternative of an upload that is not sent yet. */
    @PutMapping(ApiPaths.MEDIA + "/{mediaId}")
    AttachmentJson describe(Actor actor, @PathVariable String mediaId, @RequestBody Description description) {
        return AttachmentJson.of(media.describe(actor, MediaId.parse(mediaId), description.alt()));
    }

    /** Discards an upload that is not sent yet. */
    @DeleteMapping(ApiPaths.MEDIA + "/{mediaId}")
    @ApiResponse(responseCode = "204")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Actor actor, @PathVariable String mediaId) {
        uploads.cancel(actor, MediaId.parse(mediaId));
    }

    @PostMapping(ApiPaths.MEDIA + "/{mediaId}/link")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    SignedLinkJson link(Actor actor, @PathVariable String mediaId) {
        MediaService.Link link = media.link(actor, MediaId.parse(mediaId));
        return new SignedLinkJson(ApiPaths.SIGNED_MEDIA + "/" + link.token(), link.expiresAt());
    }

    @GetMapping(ApiPaths.CHAT + "/media")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    GalleryJson gallery(
            Actor actor,
            Chat chat,
            @RequestParam(defaultValue = "IMAGE,VIDEO,AUDIO,VOICE,FILE") Set<Kind> kind,
            @RequestParam(defaultValue = NEWEST) long before,
            @RequestParam(defaultValue = DEFAULT_LIMIT) int limit) {
        List<GalleryItem> held = media.findInChat(actor, chat.id(), kind, before, limit);
        return new GalleryJson(held.stream().map(GalleryItemJson::of).toList());
    }
}
