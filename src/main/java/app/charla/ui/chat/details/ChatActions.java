package app.charla.ui.chat.details;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.Chat.Role;
import app.charla.chat.ChatRights;
import app.charla.chat.ChatService;
import app.charla.chat.ChatSettings;
import app.charla.chat.GroupService;
import app.charla.chat.TopicService;
import app.charla.ui.Addresses;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.component.ConfirmDialog;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.Command;
import org.springframework.stereotype.Component;

/** Creates the buttons for actions on a chat and on its members. Actions that the person's role forbids are left out. */
@Component
class ChatActions {

    private final ChatService chats;
    private final GroupService groups;
    private final TopicService topicService;
    private final PublicChatActions publicActions;
    private final ChatSettings chatSettings;
    private final ChatRights rights;
    private final ProfileDirectory profiles;

    ChatActions(
            ChatService chats,
            GroupService groups,
            TopicService topicService,
            PublicChatActions publicActions,
            ChatSettings chatSettings,
            ChatRights rights,
            ProfileDirectory profiles) {
        this.publicActions = publicActions;
        this.chatSettings = chatSettings;
        this.rights = rights;
        this.chats = chats;
        this.groups = groups;
        this.topicService = topicService;
        this.profiles = profiles;
    }

    /** Returns the buttons for actions on the chat. */
    Div buttons(OpenChat open, Chat chat) {
        var buttons = new Div();
        buttons.addClassName("actions");
        Role mine = chat.members().get(open.actor().account());
        if (chat.kind() == Kind.PUBLIC) {
            publicActions.add(buttons, open, chat);
        }
        if (mine == null) {
            return buttons;
        }
        if (chat.kind() == Kind.GROUP && topicService.mayChange(open.actor(), chat)) {
            buttons.add(button("chat.topic.change", () -> new TopicDialog(open, chat.topic(), topicService).open()));
        }
        switch (chat.kind()) {
            case PUBLIC -> buttons.add(danger("leave.public", () -> chats.leavePublic(open.actor(), open.chat())));
            case PRIVATE -> buttons.add(danger("hide", () -> chats.hide(open.actor(), open.chat())));
            case GROUP -> addGroupActions(buttons, open, chat, mine);
        }
        return buttons;
    }

    /** Returns the section that says, or lets the person choose, who may post. */
    PostingSection posting(OpenChat open, Chat chat) {
        return new PostingSection(open, chat, rights, chatSettings);
    }

    private void addGroupActions(Div buttons, OpenChat open, Chat chat, Role mine) {
        if (mine != Role.MEMBER) {
            buttons.add(
                    button("group.rename", () -> new RenameDialog(open, chat, chatSettings).open()),
                    button("group.add", () -> new AddMembersDialog(open, chat, groups, profiles).open()));
        }
        buttons.add(danger("leave.group", () -> groups.leave(open.actor(), open.chat())));
        if (mine == Role.OWNER) {
            buttons.add(danger("group.delete", () -> groups.delete(open.actor(), open.chat())));
        }
    }

    /** Opens a dialog with the actions on a member of the chat. */
    void openMemberActions(OpenChat open, Chat chat, Profile person) {
        var dialog = new Dialog();
        dialog.addClassName("member-actions");
        dialog.setHeaderTitle(person.name());
        var choices = new Div();
        choices.addClassName("actions");
        choices.add(choice(dialog, "member.message", () -> message(open, person)));
        Role mine = chat.members().get(open.actor().account());
        Role theirs = chat.members().get(person.id());
        if (chat.kind() == Kind.GROUP && mine != null && theirs != null) {
            addRoleChoices(dialog, choices, open, person, mine, theirs);
        }
        dialog.add(choices);
        dialog.getFooter().add(choice(dialog, "dialog.cancel", () -> {}));
        dialog.open();
    }

    private void addRoleChoices(Dialog dialog, Div choices, OpenChat open, Profile person, Role mine, Role theirs) {
        if (mine == Role.OWNER) {
            for (Role role : Role.values()) {
                if (role != theirs) {
                    choices.add(choice(
                            dialog,
                            "member.become." + role,
                            () -> groups.changeRole(open.actor(), open.chat(), person.id(), role)));
                }
            }
        }
        if (mine == Role.OWNER || (mine == Role.ADMIN && theirs == Role.MEMBER)) {
            var remove = choice(dialog, "member.remove", () -> groups.remove(open.actor(), open.chat(), person.id()));
            remove.addClassName("danger-text");
            choices.add(remove);
        }
    }

    private void message(OpenChat open, Profile person) {
        var chat = chats.openPrivate(open.actor(), person.id()).chat();
        UI.getCurrent().navigate(Addresses.chat(open.slug(), chat.id()));
    }

    private static NativeButton choice(Dialog dialog, String key, Command action) {
        return button(key, () -> {
            dialog.close();
            action.execute();
        });
    }

    static NativeButton button(String key, Command action) {
        var button = new NativeButton(text(key), click -> action.execute());
        button.addClassName("button");
        return button;
    }

    static NativeButton danger(String key, Command action) {
        var button = button(
                key,
                () -> ConfirmDialog.ask(text(key + ".title"), text(key + ".text"), text(key + ".confirm"), action));
        button.addClassName("danger-text");
        return button;
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
