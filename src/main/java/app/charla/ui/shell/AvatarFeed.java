package app.charla.ui.shell;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.ui.Addresses;
import app.charla.ui.component.Avatar;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveUpdates;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.internal.AllowInert;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The feed of avatars for this tab: {@code <charla-avatar-image>} elements in the browser say whose avatars they show. The
 * server keeps the ids of these people, so that it can push a changed avatar.
 *
 * @see <a href="../../../../../docs/decisions/037-avatars.md">decision 037</a>
 */
@Tag("charla-avatar-feed")
@JsModule(Avatar.MODULE)
class AvatarFeed extends Component implements AccountListener {

    /** The limit of people whose avatars the browser may ask for, and is notified of. */
    private static final int MAX_PEOPLE = 1_000;

    /** An avatar as the browser shows it; without an image if the address is empty. */
    record AvatarImage(String id, String address) implements Serializable {
        static AvatarImage of(Profile person) {
            return new AvatarImage(person.id().toString(), Addresses.avatar(person));
        }
    }

    private final transient ProfileDirectory profiles;
    private final Set<AccountId> shown = Collections.synchronizedSet(Collections.newSetFromMap(new RecentlyShown()));

    AvatarFeed(ProfileDirectory profiles, LiveUpdates updates) {
        this.profiles = profiles;
        updates.registerWhileAttached(this);
    }

    @Override
    public boolean showsAvatarOf(AccountId person) {
        return shown.contains(person);
    }

    @Override
    public void avatarChanged(Profile person) {
        getElement().callJsFunction("apply", List.of(AvatarImage.of(person)));
    }

    /** @param people the ids of people whose avatars the browser does not know yet, separated by spaces */
    @ClientCallable
    @AllowInert
    private List<AvatarImage> ask(String people) {
        List<AccountId> ids = Stream.of(people.split(" "))
                .filter(id -> !id.isEmpty())
                .limit(MAX_PEOPLE)
                .map(AccountId::parse)
                .toList();
        shown.addAll(ids);
        return profiles.findByIds(ids).values().stream().map(AvatarImage::of).toList();
    }

    private static final class RecentlyShown extends LinkedHashMap<AccountId, Boolean> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Boolean> eldest) {
            return size() > MAX_PEOPLE;
        }
    }
}
