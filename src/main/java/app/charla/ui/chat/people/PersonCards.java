package app.charla.ui.chat.people;

import app.charla.account.BlockList;
import app.charla.account.Profile;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.profile.ProfileCard;
import app.charla.profile.ProfileService;
import app.charla.ui.Addresses;
import app.charla.ui.chat.ChatRowMapper;
import app.charla.ui.component.ConfirmDialog;
import app.charla.ui.component.IconButton;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Creates cards of people. Shared by all tabs; keeps no state. */
@Component
public class PersonCards {

    private final ProfileService profiles;
    private final ChatService chats;
    private final BlockList blockList;
    private final ChatRowMapper rows;

    PersonCards(ProfileService profiles, ChatService chats, BlockList blockList, ChatRowMapper rows) {
        this.profiles = profiles;
        this.chats = chats;
        this.blockList = blockList;
        this.rows = rows;
    }

    /**
     * Opens a dialog with the card of a person.
     *
     * @throws NotFoundException if the actor may not see the person
     */
    public void open(Actor actor, String slug, AccountId person) {
        var dialog = new Dialog();
        dialog.addClassName("person-dialog");
        dialog.setHeaderTitle(dialog.getTranslation("settings.profile"));
        dialog.getHeader()
                .add(new IconButton("close", dialog.getTranslation("profile.close"), click -> dialog.close()));
        PersonCard card = card(actor, slug, person);
        dialog.add(card);
        Registration moving = UI.getCurrent().addAfterNavigationListener(moved -> dialog.close());
        dialog.addDetachListener(closed -> moving.remove());
        dialog.open();
    }

    /**
     * Returns the card of a person as the actor sees it.
     *
     * @throws NotFoundException if the actor may not see them
     */
    PersonCard card(Actor actor, String slug, AccountId person) {
        ProfileCard profile = profiles.card(actor.account(), person);
        List<Chat> shared = person.equals(actor.account())
                ? List.of()
                : chats.shared(actor, person).stream()
                        .filter(chat -> chat.kind() != Kind.PRIVATE)
                        .toList();
        UI ui = UI.getCurrent();
        var card = new PersonCard(profile, slug, shared, chat -> rows.title(actor.account(), chat, ui.getLocale()));
        if (person.equals(actor.account())) {
            card.addAction(ui.getTranslation("profile.edit"), () -> ui.navigate(Addresses.settings("profile")));
        } else {
            showActions(ui, card, actor, slug, profile.person());
        }
        return card;
    }

    private void showActions(UI ui, PersonCard card, Actor actor, String slug, Profile person) {
        card.clearActions();
        if (blockList.hasBlocked(actor.account(), person.id())) {
            card.addStatus(ui.getTranslation("block.made", person.name()));
            card.addSecondaryAction(ui.getTranslation("block.undo"), () -> {
                blockList.unblock(actor.account(), person.id());
                showActions(ui, card, actor, slug, person);
            });
            return;
        }
        card.addAction(ui.getTranslation("member.message"), () -> message(ui, actor, slug, person.id()));
        card.addSecondaryAction(
                ui.getTranslation("block.do"),
                () -> confirmBlock(ui, actor, person, () -> showActions(ui, card, actor, slug, person)));
    }

    /**
     * Returns the buttons that show a person's profile, and block or unblock them, for a page other than the card; nothing if
     * the actor may not see the person.
     */
    public Optional<Div> buttons(Actor actor, String slug, AccountId other) {
        try {
            return Optional.of(
                    buttons(actor, slug, profiles.card(actor.account(), other).person()));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    private Div buttons(Actor actor, String slug, Profile person) {
        UI ui = UI.getCurrent();
        var buttons = new Div(button(ui.getTranslation("settings.profile"), () -> open(actor, slug, person.id())));
        buttons.addClassName("actions");
        if (blockList.hasBlocked(actor.account(), person.id())) {
            buttons.add(button(ui.getTranslation("block.undo"), () -> blockList.unblock(actor.account(), person.id())));
        } else {
            NativeButton block = button(ui.getTranslation("block.do"), () -> confirmBlock(ui, actor, person, () -> {}));
            block.addClassName("danger-text");
            buttons.add(block);
        }
        return buttons;
    }

    private static NativeButton button(String text, Command action) {
        var button = new NativeButton(text, click -> action.execute());
        button.addClassName("button");
        return button;
    }

    private void confirmBlock(UI ui, Actor actor, Profile person, Command then) {
        ConfirmDialog.ask(
                ui.getTranslation("block.title", person.name()),
                ui.getTranslation("block.text"),
                ui.getTranslation("block.do"),
                () -> {
                    blockList.block(actor.account(), person.id());
                    then.execute();
                });
    }

    private void message(UI ui, Actor actor, String slug, AccountId person) {
        ui.navigate(Addresses.chat(slug, chats.openPrivate(actor, person).chat().id()));
    }

    /** Returns the profile facts of a person, if the actor may see them. */
    public Optional<ProfileFacts> facts(Actor actor, AccountId person) {
        try {
            return Optional.of(new ProfileFacts(profiles.card(actor.account(), person)));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }
}
