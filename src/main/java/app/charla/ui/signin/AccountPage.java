package app.charla.ui.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Page of visitors who are not signed in: what Charla is, and a card with a form. */
final class AccountPage extends Main {

    private final Div card = new Div();
    private final H1 title;

    /** @param title the key of the title of the form */
    AccountPage(String title) {
        addClassName("account-page");
        var mark = new Span();
        mark.addClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var name = new Span("Charla");
        name.addClassName("brand-name");
        var brand = new Div(mark, name);
        brand.addClassName("brand");
        card.addClassName("card");
        this.title = new H1(getTranslation(title));
        var promise = new Paragraph(getTranslation("account.promise"));
        promise.addClassName("promise");
        add(brand, card, promise);
    }

    /** Sets the form, in place of an earlier one. */
    void show(Component... components) {
        card.removeAll();
        card.add(title);
        card.add(components);
    }

    /** Adds components below the form. */
    void more(Component... components) {
        card.add(components);
    }
}
