package app.charla.api.media;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.AttachmentJson;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.Require;
import app.charla.chat.Chat;
import app.charla.core.Actor;
import app.charla.http.DownloadAnswer;
import app.charla.media.Attachment.Kind;
import app.charla.media.GalleryPlace;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Media: upload in one request, download, description, signed links, and the gallery of a chat. */
@RestController
class MediaController {

    private static final String DEFAULT_NAME = "file";

    /** A subtype that is the usual extension of its files, too. */
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{2,5}");

    private final MediaService media;
    private final UploadService uploads;

    MediaController(MediaService media, UploadService uploads) {
        this.media = media;
        this.uploads = uploads;
    }

    /** The text alternative of a medium. */
    record Description(
            @Schema(maxLength = UploadRequest.MAX_ALT_LENGTH)
            String alt) {
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

    /**
     * A page of the media of a chat, newest first.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record GalleryJson(
            List<GalleryItemJson> media, @Nullable String next) {}

    /**
     * Uploads a file in one request: its bytes are the body, of any type but a form's.
     *
     * @param name the name of the file; without one, a name that tells its type
     */
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @PostMapping(
            path = ApiPaths.MEDIA,
            consumes = {"application/octet-stream", "application/*", "image/*", "video/*", "audio/*", "text/*"})
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
            @Parameter(schema = @Schema(type = "string", maxLength = UploadRequest.MAX_NAME_LENGTH))
                    @RequestParam(required = false)
                    @Nullable
                    String name,
            @Parameter(schema = @Schema(type = "string", maxLength = UploadRequest.MAX_ALT_LENGTH))
                    @RequestParam(defaultValue = "")
                    String alt,
            @RequestHeader(HttpHeaders.CONTENT_LENGTH) long length,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream bytes)
            throws IOException, HttpMediaTypeNotSupportedException {
        if (MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)) {
            throw new HttpMediaTypeNotSupportedException(type, List.of()); // its bytes were read as parameters
        }
        String given = name == null ? defaultName(type) : name;
        return AttachmentJson.of(uploads.upload(actor, UploadRequest.of(given, length, alt), bytes));
    }

    private static String defaultName(MediaType type) {
        boolean hasExtension = !type.getType().equals("text")
                && EXTENSION.matcher(type.getSubtype()).matches();
        return hasExtension ? DEFAULT_NAME + '.' + type.getSubtype() : DEFAULT_NAME;
    }

    /**
     * Uploads a file as a form with the fields {@code file} and {@code alt}, as HTML and {@code curl -F} send it.
     *
     * @param name replaces the name that the form gives the file
     */
    @PostMapping(path = ApiPaths.MEDIA, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400")
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "413")
    @ApiResponse(responseCode = "415")
    @ApiResponse(responseCode = "422")
    @ApiResponse(responseCode = "429")
    @ResponseStatus(HttpStatus.CREATED)
    AttachmentJson uploadForm(
            Actor actor,
            @RequestPart MultipartFile file,
            @Parameter(schema = @Schema(type = "string", maxLength = UploadRequest.MAX_NAME_LENGTH))
                    @RequestParam(required = false)
                    @Nullable
                    String name,
            @Parameter(schema = @Schema(type = "string", maxLength = UploadRequest.MAX_ALT_LENGTH))
                    @RequestParam(defaultValue = "")
                    String alt)
            throws IOException {
        String given = name == null ? file.getOriginalFilename() : name;
        var request = UploadRequest.of(given == null || given.isEmpty() ? DEFAULT_NAME : given, file.getSize(), alt);
        try (InputStream bytes = file.getInputStream()) {
            return AttachmentJson.of(uploads.upload(actor, request, bytes));
        }
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
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    AttachmentJson describe(Actor actor, @PathVariable String mediaId, @RequestBody Description description) {
        return AttachmentJson.of(media.describe(actor, MediaId.parse(mediaId), description.alt()));
    }

    /** Discards an upload that is not sent yet; media that is sent goes with its message. */
    @DeleteMapping(ApiPaths.MEDIA + "/{mediaId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
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
            PageRequest request) {
        GalleryPlace after = request.place(GalleryPlace::parse, GalleryPlace.NEWEST);
        Page<GalleryItem> page = request.page(
                media.findInChat(actor, chat.id(), kind, after, request.limit() + 1),
                item -> item.place().toString());
        return new GalleryJson(page.map(GalleryItemJson::of).entries(), page.next());
    }
}
