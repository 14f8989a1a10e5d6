package app.charla.api.account;

import app.charla.account.Session;
import app.charla.api.json.PersonJson;
import app.charla.api.json.Require;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.profile.ProfileCard;
import app.charla.profile.ProfileLink;
import app.charla.profile.ProfileService;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's profile: the text about them, and links with their visibility and verification. */
@RestController
@RequestMapping("/v1/api/me/profile")
class MyProfileController {

    private final ProfileService profiles;

    MyProfileController(ProfileService profiles) {
        this.profiles = profiles;
    }

    /** The "about" text. */
    record AboutJson(
            @Schema(maxLength = ProfileService.MAX_ABOUT_LENGTH)
            String about) {
        AboutJson {
            Require.required("about", about);
        }
    }

    /** @param visibility defaults to members of the caller's spaces */
    record NewLinkJson(
            @Schema(maxLength = ProfileService.MAX_ADDRESS_LENGTH)
            String address,

            ProfileLink.@Nullable Visibility visibility) {
        NewLinkJson {
            Require.required("address", address);
        }
    }

    /** The visibility to give a link. */
    record VisibilityJson(ProfileLink.Visibility visibility) {
        VisibilityJson {
            Require.required("visibility", visibility);
        }
    }

    /** @param checkedAt when the linked page was last fetched for verification */
    record ProfileLinkJson(
            String id,
            String address,
            ProfileLink.Visibility visibility,
            ProfileLink.@Nullable Proof proof,
            @Nullable Instant checkedAt) {
        static ProfileLinkJson of(ProfileLink link) {
            return new ProfileLinkJson(
                    link.id().toString(), link.address().toString(), link.visibility(), link.proof(), link.checkedAt());
        }
    }

    /** @param backlink the address that a page must link to with {@code rel="me"} to be verified as the caller's */
    record MyProfileJson(PersonJson person, String about, List<ProfileLinkJson> links, String backlink) {
        static MyProfileJson of(ProfileCard card, String backlink) {
            List<ProfileLinkJson> links =
                    card.links().stream().map(ProfileLinkJson::of).toList();
            return new MyProfileJson(PersonJson.of(card.person()), card.about(), links, backlink);
        }
    }

    @GetMapping
    MyProfileJson profile(Session session) {
        AccountId me = session.account();
        return MyProfileJson.of(profiles.own(me), profiles.backlink(me));
    }

    @PutMapping
    MyProfileJson describe(Session session, @RequestBody AboutJson request) {
        profiles.changeAbout(session.account(), request.about());
        return profile(session);
    }

    @PostMapping("/links")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.CREATED)
    ProfileLinkJson add(Session session, @RequestBody NewLinkJson link) {
        var visibility = Objects.requireNonNullElse(link.visibility(), ProfileLink.Visibility.SPACES);
        return ProfileLinkJson.of(profiles.addLink(session.account(), link.address(), visibility));
    }

    @PatchMapping("/links/{linkId}")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    ProfileLinkJson changeVisibility(
            Session session, @PathVariable String linkId, @RequestBody VisibilityJson request) {
        return ProfileLinkJson.of(profiles.changeVisibility(session.account(), id(linkId), request.visibility()));
    }

    @DeleteMapping("/links/{linkId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Session session, @PathVariable String linkId) {
        profiles.removeLink(session.account(), id(linkId));
    }

    @PostMapping("/links/{linkId}/proof")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "429")
    ProfileLinkJson verify(Session session, @PathVariable String linkId) {
        return ProfileLinkJson.of(profiles.verify(session.account(), id(linkId)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }
}
