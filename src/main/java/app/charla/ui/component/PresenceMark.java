package app.charla.ui.component;

import app.charla.core.AccountId;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;

/** Presence of a person, kept current by the page: a dot on their avatar, or text. */
@Tag("charla-presence")
@JsModule(PresenceMark.MODULE)
public class PresenceMark extends HtmlContainer {

    /** Front-end module of the element. */
    public static final String MODULE = "./people/presence.ts";

    private PresenceMark(AccountId person) {
        getElement().setAttribute("person", person.toString());
    }

    /** A dot, inside an element of the class {@code marked}. */
    public static PresenceMark dot(AccountId person) {
        return new PresenceMark(person);
    }

    /** An avatar with a presence dot. */
    public static HtmlContainer on(Avatar avatar, AccountId person) {
        var marked = new Span(avatar, dot(person));
        marked.addClassName("marked");
        return marked;
    }

    /** The presence and the custom status as text. */
    public static PresenceMark words(AccountId person) {
        var words = new PresenceMark(person);
        words.getElement().setAttribute("words", true);
        words.addClassName("presence-words");
        return words;
    }
}
