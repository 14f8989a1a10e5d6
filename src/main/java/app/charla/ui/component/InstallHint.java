package app.charla.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/**
 * Hint how to install the app with the browser at hand; {@code <charla-install-hint>} knows which it is, and hides the hint
 * where the app is installed already.
 */
@Tag("charla-install-hint")
@JsModule(InstallHint.MODULE)
public class InstallHint extends HtmlContainer {

    /** The module; loaded with the page, as a browser offers the installation once, at the beginning. */
    public static final String MODULE = "./page/install-hint.ts";

    private static final List<String> BY_MENU = List.of("apple", "apple-other", "firefox", "android");

    public InstallHint() {
        getElement().setAttribute("hidden", true);
        var install = new NativeButton(getTranslation("install.button"));
        install.addClassNames("button", "primary");
        install.getElement().setAttribute("type", "button").setAttribute("for", "button");
        add(new H2(getTranslation("install.title")), new Paragraph(getTranslation("install.text")), install);
        BY_MENU.forEach(way -> {
            var steps = new Paragraph(getTranslation("install." + way));
            steps.getElement().setAttribute("for", way).setAttribute("hidden", true);
            add(steps);
        });
    }
}
