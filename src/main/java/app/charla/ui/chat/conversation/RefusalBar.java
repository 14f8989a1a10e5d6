package app.charla.ui.chat.conversation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;

/** The bar in place of the composer that says why the person cannot post: the chat is archived, or a send policy refuses. */
class RefusalBar extends Div {

    private final Span text = new Span();
    private final NativeButton unarchive;

    /** @param unarchive undoes the archiving of the chat */
    RefusalBar(Command unarchive) {
        this.unarchive = new NativeButton(getTranslation("unarchive"), click -> unarchive.execute());
        this.unarchive.addClassNames("button", "secondary");
        addClassName("join-bar");
        getElement().setAttribute("role", "status");
        add(text, this.unarchive);
        setVisible(false);
    }

    /**
     * Shows a reason.
     *
     * @param mayUnarchive whether the chat is archived and the person may undo that
     */
    void show(String reason, boolean mayUnarchive) {
        text.setText(reason);
        unarchive.setVisible(mayUnarchive);
        setVisible(true);
    }
}
