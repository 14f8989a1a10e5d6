package app.charla.ui.space;

import app.charla.space.Space;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;

/** Card of a space with a button to join. */
class JoinCard extends Div {

    JoinCard(Space space, Runnable join, Paragraph... words) {
        addClassName("card");
        var mark = new SpaceMark(space);
        mark.addClassName("large");
        add(mark, new H1(space.name()));
        add(words);
        if (space.lookAlike()) {
            var warning = new Paragraph(getTranslation("invite.lookAlike"));
            warning.addClassName("form-warning");
            add(warning);
        }
        var button = new NativeButton(getTranslation("invite.join"), click -> join.run());
        button.addClassNames("button", "primary", "wide");
        var later = new Anchor("/", getTranslation("invite.later"));
        later.setRouterIgnore(true);
        later.addClassName("button");
        add(button, later);
    }
}
