package app.charla.ui.space;

import app.charla.core.Actor;
import app.charla.space.Space;
import app.charla.space.SpaceDeletion;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceRole;
import app.charla.ui.component.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;

/** Buttons to leave or delete a space. Open tabs of the space then close by themselves. */
class LeaveOrDeletePanel extends Div {

    LeaveOrDeletePanel(Actor actor, SpaceRole mine, Space space, SpaceMembers members, SpaceDeletion deletion) {
        addClassName("ways-out");
        add(new Paragraph(
                getTranslation(mine == SpaceRole.OWNER ? "spaceSettings.ways.owner" : "spaceSettings.ways.text")));
        var leave = new NativeButton(
                getTranslation("spaceSettings.leave"),
                click -> ConfirmDialog.ask(
                        getTranslation("spaceSettings.leave.title", space.name()),
                        getTranslation("spaceSettings.leave.text"),
                        getTranslation("spaceSettings.leave.confirm"),
                        () -> members.leave(actor)));
        leave.addClassNames("button", "secondary", "danger-text");
        var buttons = new Div(leave);
        buttons.addClassName("buttons");
        if (mine == SpaceRole.OWNER) {
            var delete = new NativeButton(
                    getTranslation("spaceSettings.delete"), click -> new DeleteDialog(actor, space, deletion).open());
            delete.addClassNames("button", "secondary", "danger-text");
            buttons.add(delete);
        }
        add(buttons);
    }
}
