package app.charla.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;

/** Buttons that copy a text shown beside them and, if it has a file name, save it; {@code <charla-copy-text>} does both. */
@Tag("charla-copy-text")
@JsModule("./page/copy-text.ts")
public class CopyText extends HtmlContainer {

    /** Adds a button that copies the text. */
    public CopyText(String text) {
        addClassName("buttons");
        getElement().setAttribute("text", text).setAttribute("copied", getTranslation("log.copied"));
        add(button("copy", "log.action.copy"));
    }

    /** Adds a button that saves the text as a file on the device. */
    public CopyText savedAs(String fileName) {
        getElement().setAttribute("file-name", fileName);
        add(button("save", "settings.saveFile"));
        return this;
    }

    private NativeButton button(String action, String key) {
        var button = new NativeButton(getTranslation(key));
        button.addClassNames("button", "secondary", action);
        button.getElement().setAttribute("type", "button");
        return button;
    }
}
