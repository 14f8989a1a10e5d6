package app.charla.ui.component;

import app.charla.core.AccountId;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;

/** Whether a person is there, kept true by the page: a dot on their avatar, or words. */
@Tag("charla-presence")
@JsModule(PresenceMark.MODULE)
public class PresenceMark extends HtmlContainer {

    /** Where the browser's side of it is. */
    public static final String MODULE = "./people/presence.ts";

    private PresenceMark(AccountId person) {
        getElement().setAttribute("person", person.toString());
    }

    /** A dot, for what has the class {@code marked}. */
    public static PresenceMark dot(AccountId person) {
        return new PresenceMark(person);
    }

    /** An avatar with a dot on it. */
    public static HtmlContainer on(Avatar avatar, AccountId person) {
        var marked = new Span(avatar, dot(person));
        marked.addClassName("marked");
        return marked;
    }

    /** What the dot shows, and what the person says of it, in words. */
    public static PresenceMark words(AccountId person) {
        var words = new PresenceMark(person);
        words.getElement().setAttribute("words", true);
        words.addClassName("presence-words");
        return words;
    }
}
