package app.charla.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Page with one message in a card in the middle. */
public class FullPage extends Main {

    private final Div card = new Div();

    /**
     * @param mark a few large characters above the title, or empty
     * @param title the key of the title
     * @param text the key of the sentence below it
     */
    protected FullPage(String mark, String title, String text) {
        addClassName("full-page");
        card.addClassName("card");
        if (!mark.isEmpty()) {
            var large = new Span(mark);
            large.addClassName("mark");
            card.add(large);
        }
        card.add(new H1(getTranslation(title)), new Paragraph(getTranslation(text)));
        add(card);
    }

    /** Adds components to the card. */
    protected final void addToCard(Component... components) {
        card.add(components);
    }

    /** Adds a link that leaves by loading the page anew. */
    protected final void addLink(String address, String text) {
        var link = new Anchor("/" + address, getTranslation(text));
        link.setRouterIgnore(true);
        link.addClassNames("button", "primary");
        card.add(link);
    }
}
