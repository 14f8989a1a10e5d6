package app.charla.ui.http;

import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.http.DownloadHeaders;
import app.charla.profile.Avatars;
import app.charla.ui.security.SignedIn;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Avatars for browsers, authenticated by the session cookie. */
@Controller
class AvatarImageController {

    private final Avatars avatars;

    AvatarImageController(Avatars avatars) {
        this.avatars = avatars;
    }

    @GetMapping("/people/{id}/avatar/{avatar}")
    ResponseEntity<byte[]> open(
            @AuthenticationPrincipal SignedIn person, @PathVariable String id, @PathVariable String avatar) {
        return ResponseEntity.ok()
                .headers(DownloadHeaders.ofAvatar())
                .body(avatars.open(person.account(), account(id), avatar));
    }

    private static AccountId account(String written) {
        try {
            return new AccountId(UUID.fromString(written));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }
}
