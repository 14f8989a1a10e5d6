package app.charla.ui.space;

import app.charla.space.Space;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Card of a space with a button to join, or with the ways in of a visitor. */
class JoinCard extends Div {

    /** Creates a card with the button to join. */
    JoinCard(Space space, Runnable join, List<Paragraph> words) {
        this(space, words);
        var button = new NativeButton(getTranslation("invite.join"), click -> join.run());
        button.addClassNames("button", "primary", "wide");
        var later = new Anchor("/", getTranslation("invite.later"));
        later.setRouterIgnore(true);
        later.addClassName("button");
        add(button, later);
    }

    /** Creates a card with the ways in of a visitor. */
    JoinCard(Space space, Component entrance, List<Paragraph> words) {
        this(space, words);
        add(entrance);
    }

    private JoinCard(Space space, List<Paragraph> words) {
        addClassName("card");
        var mark = new SpaceMark(space);
        mark.addClassName("large");
        add(mark, new H1(space.name()));
        words.forEach(this::add);
        if (space.lookAlike()) {
            var warning = new Paragraph(getTranslation("invite.lookAlike"));
            warning.addClassName("form-warning");
            add(warning);
        }
    }
}
