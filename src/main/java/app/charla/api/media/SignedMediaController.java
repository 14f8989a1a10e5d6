package app.charla.api.media;

import app.charla.api.json.ApiPaths;
import app.charla.http.DownloadAnswer;
import app.charla.media.MediaService;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Downloads by signed link, as long as the account that made the link may see the medium. Public. */
@RestController
class SignedMediaController {

    private final MediaService media;

    SignedMediaController(MediaService media) {
        this.media = media;
    }

    @GetMapping(ApiPaths.SIGNED_MEDIA + "/{token}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404")
    ResponseEntity<Resource> open(
            @PathVariable String token,
            HttpMethod method,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return DownloadAnswer.of(media.open(token), false, method, headers);
    }
}
