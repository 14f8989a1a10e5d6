package app.charla.ui.component;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;

/** Several lines of text; a {@link Form} hands over what was written. */
public class TextAreaField extends LabelledField<TextAreaField.Area> {

    /** The browser's own. */
    @Tag("textarea")
    protected static final class Area extends HtmlComponent {}

    /**
     * @param name of the value in a form
     * @param most how many characters it takes
     */
    public TextAreaField(String name, String label, int most) {
        super(new Area(), name, label);
        control().getElement().setAttribute("maxlength", String.valueOf(most)).setAttribute("rows", "3");
    }

    /** Fills it. */
    public void write(String text) {
        control().getElement().setProperty("value", text);
    }
}
