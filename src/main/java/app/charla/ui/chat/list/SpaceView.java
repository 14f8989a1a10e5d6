package app.charla.ui.chat.list;

import app.charla.ui.Addresses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The view of a space with no chat open: on a phone only the list is shown, on a desktop a hint beside it. */
@Route(Addresses.SPACE)
@PermitAll
class SpaceView extends Div implements HasDynamicTitle {

    SpaceView() {
        addClassName("nothing-open");
        var drawing = new Span();
        drawing.addClassName("brand-mark");
        drawing.getElement().setAttribute("aria-hidden", "true");
        add(drawing, new H2(getTranslation("space.empty.title")), new Paragraph(getTranslation("space.empty.text")));
    }

    @Override
    public String getPageTitle() {
        return "Charla";
    }
}
