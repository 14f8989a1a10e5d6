package app.charla.ui.space;

import app.charla.core.Actor;
import app.charla.space.Space;
import app.charla.space.SpaceMember;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceRole;
import app.charla.ui.component.ConfirmDialog;
import app.charla.ui.component.CopyLink;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;

/** Actions on another member of a space, limited to those that the own role allows. */
final class MemberActions {

    private final Actor actor;
    private final SpaceRole mine;
    private final Space space;
    private final SpaceMembers members;
    private final Command then;

    /** @param then called after an action */
    MemberActions(Actor actor, SpaceRole mine, Space space, SpaceMembers members, Command then) {
        this.actor = actor;
        this.mine = mine;
        this.space = space;
        this.members = members;
        this.then = then;
    }

    /** Returns whether the role allows any action. */
    boolean any(SpaceMember member) {
        return !member.account().equals(actor.account()) && (mine == SpaceRole.OWNER || mayRemove(member));
    }

    private boolean mayRemove(SpaceMember member) {
        return !space.home() && mine.mayManage() && (mine == SpaceRole.OWNER || member.role() == SpaceRole.MEMBER);
    }

    /** Adds a button for an action. */
    void addAction(SpaceMember member, String name) {
        var dialog = new Dialog();
        dialog.addClassName("member-actions");
        dialog.setHeaderTitle(name);
        var choices = new Div();
        choices.addClassName("actions");
        if (mine == SpaceRole.OWNER) {
            for (SpaceRole role : SpaceRole.values()) {
                if (role != member.role()) {
                    choices.add(choice(dialog, "member.become." + role, () -> changeRole(member, role)));
                }
            }
            choices.add(choice(dialog, "spaceSettings.transfer", () -> askToTransfer(member, name)));
        }
        if (mine == SpaceRole.OWNER
                && space.home()
                && member.role() != SpaceRole.OWNER
                && members.resetLinksPossible()) {
            choices.add(choice(dialog, "member.resetLink", () -> giveResetLink(member, name)));
        }
        if (mayRemove(member)) {
            var remove = choice(dialog, "spaceSettings.remove", () -> askToRemove(member, name));
            remove.addClassName("danger-text");
            choices.add(remove);
        }
        dialog.add(choices);
        dialog.getFooter().add(choice(dialog, "dialog.cancel", () -> {}));
        dialog.open();
    }

    private void changeRole(SpaceMember member, SpaceRole role) {
        members.changeRole(actor, member.account(), role);
        then.execute();
    }

    private void giveResetLink(SpaceMember member, String name) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(text("security.resetLink.title", name));
        dialog.add(
                new Paragraph(text("security.resetLink.text")),
                new CopyLink("/reset/" + members.resetLink(actor, member.account()), text("member.resetLink")));
        dialog.getFooter().add(choice(dialog, "dialog.cancel", () -> {}));
        dialog.open();
    }

    private void askToTransfer(SpaceMember member, String name) {
        ConfirmDialog.ask(
                text("spaceSettings.transfer.title", name),
                text("spaceSettings.transfer.text"),
                text("spaceSettings.transfer.confirm"),
                () -> {
                    members.transfer(actor, member.account());
                    UI.getCurrent().refreshCurrentRoute(false);
                });
    }

    private void askToRemove(SpaceMember member, String name) {
        ConfirmDialog.ask(
                text("spaceSettings.remove.title", name),
                text("spaceSettings.remove.text"),
                text("spaceSettings.remove.confirm"),
                () -> {
                    members.remove(actor, member.account());
                    then.execute();
                });
    }

    private static NativeButton choice(Dialog dialog, String key, Command action) {
        var button = new NativeButton(text(key), click -> {
            dialog.close();
            action.execute();
        });
        button.addClassName("button");
        return button;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
