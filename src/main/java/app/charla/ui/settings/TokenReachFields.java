package app.charla.ui.settings;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.account.Session.Reach;
import app.charla.chat.Chat;
import app.charla.chat.TokenReaches;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.message.ConversationList;
import app.charla.space.Space;
import app.charla.space.SpaceService;
import app.charla.ui.component.Form;
import app.charla.ui.component.SelectField;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The reach of a token in its form: the space that it is limited to, and then perhaps one of its chats. */
class TokenReachFields extends Div {

    private static final String SPACE = "token-space";
    private static final String CHAT = "token-chat";

    /** The names of the values in a form. */
    static final List<String> NAMES = List.of(SPACE, CHAT);

    private final transient TokenReaches reaches;
    private final transient SpaceService spaces;
    private final transient ConversationList conversations;
    private final transient ProfileDirectory profiles;
    private final AccountId account;
    private @Nullable SelectField chats;

    TokenReachFields(
            TokenReaches reaches,
            SpaceService spaces,
            ConversationList conversations,
            ProfileDirectory profiles,
            AccountId account) {
        this.reaches = reaches;
        this.spaces = spaces;
        this.conversations = conversations;
        this.profiles = profiles;
        this.account = account;
        addClassName("fields");
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", getTranslation("tokens.space.all"));
        ready().forEach(space -> choices.put(space.slug(), space.name()));
        var space = new SelectField(SPACE, getTranslation("tokens.space"), choices);
        space.onChange(this::showChats);
        add(space);
    }

    private List<Space> ready() {
        return spaces.spaces(account).stream().filter(Space::isReady).toList();
    }

    private void showChats(String slug) {
        if (chats != null) {
            remove(chats);
            chats = null;
        }
        if (slug.isEmpty()) {
            return;
        }
        Actor actor = spaces.enter(account, slug);
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", getTranslation("tokens.chat.all"));
        conversations
                .conversations(actor)
                .forEach(each -> choices.put(each.chat().id().toString(), title(each.chat())));
        chats = new SelectField(CHAT, getTranslation("tokens.chat"), choices);
        add(chats);
    }

    private String title(Chat chat) {
        if (chat.name() != null) {
            return chat.name();
        }
        AccountId other = chat.other(account);
        Profile profile = profiles.findByIds(List.of(other)).get(other);
        return profile == null ? getTranslation("tokens.gone") : profile.name();
    }

    /** Returns what is selected; getting it throws {@link NotFoundException} if that is gone meanwhile. */
    Supplier<Reach> selected(Form.Values values) {
        String slug = values.of(SPACE);
        String chat = values.of(CHAT);
        return () -> reaches.reach(
                account, slug.isEmpty() ? null : slug, slug.isEmpty() || chat.isEmpty() ? null : ChatId.parse(chat));
    }

    /** Returns the names of the space and the chat of a limited token. */
    String describe(Reach reach) {
        Optional<Space> space =
                ready().stream().filter(each -> each.id().equals(reach.space())).findFirst();
        if (space.isEmpty()) {
            return getTranslation("tokens.gone");
        }
        if (reach.chat() == null) {
            return space.get().name();
        }
        return conversations.conversations(new Actor(space.get().id(), account)).stream()
                .filter(each -> each.chat().id().equals(reach.chat()))
                .findFirst()
                .map(each -> space.get().name() + " · " + title(each.chat()))
                .orElseGet(() -> getTranslation("tokens.gone"));
    }
}
