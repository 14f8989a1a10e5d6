package app.charla.profile;

import app.charla.account.AccountService;
import app.charla.core.AccountId;
import app.charla.export.ExportArchive;
import app.charla.export.ExportPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Exports the profile and, if there is one, the avatar. */
@Component
@Order(2)
class ProfileExport implements ExportPart {

    private record ExportedLink(String address, ProfileLink.Visibility visibility, ProfileLink.@Nullable Proof proof) {}

    private record ExportedProfile(String about, List<ExportedLink> links) {}

    private final AccountService accounts;
    private final ProfileService profiles;
    private final Avatars avatars;

    ProfileExport(AccountService accounts, ProfileService profiles, Avatars avatars) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.avatars = avatars;
    }

    @Override
    public void write(AccountId account, ExportArchive archive) throws IOException {
        archive.addJson("profile.json", profile(account));
        String avatar = accounts.account(account).avatar();
        if (avatar != null) {
            archive.addFile("avatar.jpg", new ByteArrayInputStream(avatars.open(account, account, avatar)));
        }
    }

    private ExportedProfile profile(AccountId account) {
        ProfileCard own = profiles.own(account);
        return new ExportedProfile(
                own.about(),
                own.links().stream()
                        .map(link -> new ExportedLink(link.address().toString(), link.visibility(), link.proof()))
                        .toList());
    }
}
