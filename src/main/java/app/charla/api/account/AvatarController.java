package app.charla.api.account;

import app.charla.account.Session;
import app.charla.api.json.AccountJson;
import app.charla.core.AccountId;
import app.charla.http.DownloadHeaders;
import app.charla.media.AvatarImage;
import app.charla.profile.Avatars;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Avatars: sets and removes the caller's, serves those of others. */
@RestController
class AvatarController {

    private final Avatars avatars;

    AvatarController(Avatars avatars) {
        this.avatars = avatars;
    }

    /** Sets the caller's avatar: the centre square of the picture. */
    @PutMapping(path = "/v1/api/me/avatar", consumes = "application/octet-stream")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "415")
    @ApiResponse(responseCode = "422")
    @ApiResponse(responseCode = "429")
    AccountJson change(Session session, InputStream bytes) throws IOException {
        return AccountJson.of(avatars.change(session.account(), bytes.readNBytes(AvatarImage.MAX_BYTES + 1)));
    }

    /** Removes the caller's avatar; their initials show instead. */
    @DeleteMapping("/v1/api/me/avatar")
    AccountJson remove(Session session) {
        return AccountJson.of(avatars.remove(session.account()));
    }

    @GetMapping("/v1/api/people/{member}/avatar/{avatar}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = AvatarImage.TYPE, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404")
    ResponseEntity<byte[]> open(Session session, AccountId person, @PathVariable String avatar) {
        return ResponseEntity.ok()
                .headers(DownloadHeaders.ofAvatar())
                .body(avatars.open(session.account(), person, avatar));
    }
}
