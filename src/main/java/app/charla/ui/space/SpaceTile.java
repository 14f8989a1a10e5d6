package app.charla.ui.space;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** Tile of a space on the rail: its mark, and a badge with the unread count or status. */
class SpaceTile extends Anchor {

    private final SpaceMark mark;
    private final Span badge = new Span();

    SpaceTile(OwnSpace own) {
        mark = new SpaceMark(own.space());
        badge.addClassName("badge");
        badge.getElement().setAttribute("aria-hidden", "true");
        add(mark, badge);
        addClassName("tile");
        getElement().setAttribute("router-link", "");
    }

    /** Updates the tile. The open space shows no unread count, which the chat list has. */
    void show(OwnSpace own, boolean current) {
        String remark = own.statusKey();
        mark.show(own.space());
        setHref(own.address());
        setTitle(own.space().name());
        setClassName("making", remark.equals("space.state.making"));
        setClassName("failed", remark.equals("space.state.failed"));
        int unread = current ? 0 : own.unread();
        badge.setText(
                remark.isEmpty() ? UnreadLabel.abbreviated(unread) : remark.equals("space.state.failed") ? "!" : "");
        badge.setVisible(unread > 0 || !remark.isEmpty());
        setAriaLabel(own.space().name() + said(remark, unread));
        if (current) {
            getElement().setAttribute("aria-current", "true");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }

    private String said(String remark, int unread) {
        if (!remark.isEmpty()) {
            return ", " + getTranslation(remark);
        }
        return unread == 0 ? "" : ", " + UnreadLabel.unread(this, unread);
    }
}
