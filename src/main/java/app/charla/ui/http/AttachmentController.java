package app.charla.ui.http;

import app.charla.core.Actor;
import app.charla.http.DownloadAnswer;
import app.charla.http.TusHeaders;
import app.charla.media.MediaId;
import app.charla.media.MediaService;
import app.charla.media.MediaService.Download;
import app.charla.media.MediaService.Size;
import app.charla.media.Upload;
import app.charla.media.UploadService;
import app.charla.space.SpaceService;
import app.charla.ui.security.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Downloads and resumable uploads (tus 1.0) of attachments for browsers, authenticated by the session cookie. */
@Controller
@RequestMapping("/s/{slug}/media")
class AttachmentController {

    private final SpaceService spaces;
    private final MediaService media;
    private final UploadService uploads;

    AttachmentController(SpaceService spaces, MediaService media, UploadService uploads) {
        this.spaces = spaces;
        this.media = media;
        this.uploads = uploads;
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> original(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam(required = false) String download,
            HttpMethod method,
            @RequestHeader HttpHeaders headers) {
        Download original = media.open(spaces.enter(person.account(), slug), MediaId.parse(id), Size.ORIGINAL);
        return DownloadAnswer.of(original, download != null, method, headers);
    }

    @GetMapping("/{id}/view")
    ResponseEntity<Resource> view(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String slug,
            @PathVariable String id,
            HttpMethod method,
            @RequestHeader HttpHeaders headers) {
        Download scaled = media.open(spaces.enter(person.account(), slug), MediaId.parse(id), Size.VIEW);
        return DownloadAnswer.of(scaled, false, method, headers);
    }

    @GetMapping("/{id}/thumb")
    ResponseEntity<Resource> thumb(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String slug,
            @PathVariable String id,
            HttpMethod method,
            @RequestHeader HttpHeaders headers) {
        Download scaled = media.open(spaces.enter(person.account(), slug), MediaId.parse(id), Size.THUMB);
        return DownloadAnswer.of(scaled, false, method, headers);
    }

    @PostMapping("/uploads")
    ResponseEntity<Void> begin(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String slug,
            @RequestHeader(TusHeaders.LENGTH) long length,
            @RequestHeader(name = TusHeaders.METADATA, defaultValue = "") String metadata) {
        Upload upload = uploads.begin(spaces.enter(person.account(), slug), TusHeaders.parseRequest(length, metadata));
        return ResponseEntity.created(URI.create("/s/" + slug + "/media/uploads/" + upload.id()))
                .headers(TusHeaders.of(upload))
                .build();
    }

    @GetMapping("/uploads/{id}")
    ResponseEntity<Void> find(
            @AuthenticationPrincipal SignedIn person, @PathVariable String slug, @PathVariable String id) {
        Upload upload = uploads.find(spaces.enter(person.account(), slug), MediaId.parse(id));
        return ResponseEntity.ok().headers(TusHeaders.of(upload)).build();
    }

    @PatchMapping(path = "/uploads/{id}", consumes = TusHeaders.PART_TYPE)
    ResponseEntity<Void> append(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestHeader(TusHeaders.OFFSET) long offset,
            InputStream bytes)
            throws IOException {
        Upload upload = uploads.append(spaces.enter(person.account(), slug), MediaId.parse(id), offset, bytes);
        return ResponseEntity.noContent().headers(TusHeaders.of(upload)).build();
    }

    @DeleteMapping("/uploads/{id}")
    ResponseEntity<Void> cancel(
            @AuthenticationPrincipal SignedIn person, @PathVariable String slug, @PathVariable String id) {
        Actor actor = spaces.enter(person.account(), slug);
        uploads.cancel(actor, MediaId.parse(id));
        return ResponseEntity.noContent().build();
    }
}
