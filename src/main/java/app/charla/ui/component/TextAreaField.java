package app.charla.ui.component;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;

/** Text area with a label; a {@link Form} submits the text. */
public class TextAreaField extends LabelledField<TextAreaField.Area> {

    /** The native text area. */
    @Tag("textarea")
    protected static final class Area extends HtmlComponent {}

    /**
     * @param name the name of the value in a form
     * @param maxLength in characters
     */
    public TextAreaField(String name, String label, int maxLength) {
        super(new Area(), name, label);
        control()
                .getElement()
                .setAttribute("maxlength", String.valueOf(maxLength))
                .setAttribute("rows", "3");
    }

    /** Sets the text. */
    public void setText(String text) {
        control().getElement().setProperty("value", text);
    }
}
