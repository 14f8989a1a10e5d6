package app.charla.api.account;

import app.charla.account.ProfileDirectory;
import app.charla.account.Session;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.PersonJson;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.profile.ProfileCard;
import app.charla.profile.ProfileLink;
import app.charla.profile.ProfileService;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People: search by name, and the profile of one. */
@RestController
class PeopleController {

    private final ProfileDirectory directory;
    private final ProfileService profiles;

    PeopleController(ProfileDirectory directory, ProfileService profiles) {
        this.directory = directory;
        this.profiles = profiles;
    }

    /** A link on a profile. */
    record PublicLinkJson(String address, ProfileLink.@Nullable Proof proof) {
        static PublicLinkJson of(ProfileLink link) {
            return new PublicLinkJson(link.address().toString(), link.proof());
        }
    }

    /**
     * A profile card, as far as the caller may see it.
     *
     * @param timeZone IANA name; absent if none was chosen
     */
    record CardJson(
            PersonJson person, String about, @Nullable String timeZone, List<PublicLinkJson> links) {
        static CardJson of(ProfileCard card) {
            return new CardJson(
                    PersonJson.of(card.person()),
                    card.about(),
                    card.timeZone(),
                    card.links().stream().map(PublicLinkJson::of).toList());
        }
    }

    /**
     * A page of people, ordered by username.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record PeopleJson(List<PersonJson> people, @Nullable String next) {}

    @GetMapping("/v1/api/people/{member}/profile")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    CardJson profile(Actor actor, AccountId person) {
        return CardJson.of(profiles.card(actor.account(), person));
    }

    /** Finds people; of more than 500 the first, so that a longer text finds the others. */
    @GetMapping("/v1/api/people")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    @ApiResponse(responseCode = "429")
    PeopleJson search(Session session, @RequestParam(defaultValue = "") String q, PageRequest request) {
        Page<PersonJson> page = request.pageOf(
                        directory.search(session.account(), q, ProfileDirectory.MAX_SEARCH_RESULTS),
                        person -> person.id().toString())
                .map(PersonJson::of);
        return new PeopleJson(page.entries(), page.next());
    }
}
