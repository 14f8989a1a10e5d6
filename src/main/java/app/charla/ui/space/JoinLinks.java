package app.charla.ui.space;

import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.security.SignedIn;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Resolver of links that lead into spaces: invites, and addresses of open spaces. */
@Component
class JoinLinks {

    private static final Pattern INVITE = Pattern.compile("(?:^|.*/)invite/([\\w-]{10,100})/?");
    private static final Pattern SPACE = Pattern.compile("(?:^|.*/)s/([a-z0-9-]{2,60})(?:/.*)?");

    private final SpaceService spaces;
    private final SpaceMembers members;

    JoinLinks(SpaceService spaces, SpaceMembers members) {
        this.spaces = spaces;
        this.members = members;
    }

    /**
     * Returns the address that a link leads to.
     *
     * @throws NotFoundException if the link is not of this site, or the space is not open
     */
    String follow(String link) {
        Matcher invite = INVITE.matcher(link.strip());
        if (invite.matches()) {
            return Addresses.invite(invite.group(1));
        }
        Matcher space = SPACE.matcher(link.strip());
        if (!space.matches()) {
            throw new NotFoundException();
        }
        String slug = space.group(1);
        AccountId person = SignedIn.required().account();
        return spaces.belongsTo(person, slug)
                ? Addresses.space(slug)
                : Addresses.join(members.joinable(person, slug).slug());
    }
}
