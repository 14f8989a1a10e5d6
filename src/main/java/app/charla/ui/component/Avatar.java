package app.charla.ui.component;

import app.charla.account.Profile;
import app.charla.core.AccountId;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Locale;

/**
 * Avatar of a person or a chat: initials on a colour derived from the id and, above them, the picture of a person who
 * has one, which the page keeps current. The front end derives initials and colour the same way ({@code
 * people/avatar.ts}).
 */
@JsModule(Avatar.MODULE)
public class Avatar extends Span {

    /** Front-end module of the pictures. */
    public static final String MODULE = "./people/avatar-image.ts";

    private static final int COLOURS = 10;

    /** @param id the colour is derived from it */
    public Avatar(String id, String name) {
        super(initials(name));
        addClassNames("avatar", "c" + colour(id));
        getElement().setAttribute("aria-hidden", "true");
    }

    /** The avatar of a person, with their picture. */
    public static Avatar of(Profile person) {
        return new Avatar(person.id().toString(), person.name()).withPictureOf(person.id());
    }

    /** Adds the picture of a person, shown once the page knows that they have one. */
    public Avatar withPictureOf(AccountId person) {
        getElement().appendChild(new Element("charla-avatar-image").setAttribute("person", person.toString()));
        return this;
    }

    /** Returns the number of the colour of an id, from 0 to 9, as in the style sheet. */
    public static int colour(String id) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x01000193;
        }
        return Integer.remainderUnsigned(hash, COLOURS);
    }

    /** Returns the first letters of the first and the last word; of a single word its first two. */
    public static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = words[0];
        if (first.isEmpty()) {
            return "?";
        }
        String letters =
                words.length == 1 ? letters(first, 2) : letters(first, 1) + letters(words[words.length - 1], 1);
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String letters(String word, int maxLetters) {
        return word.substring(
                0, word.offsetByCodePoints(0, Math.min(maxLetters, word.codePointCount(0, word.length()))));
    }
}
