package app.charla.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;

/**
 * Read-only link with a button that copies it and, where the device has one, a button for the share sheet; {@code
 * <charla-copy-link>} completes the path with the host.
 */
@Tag("charla-copy-link")
@JsModule("./page/copy-link.ts")
public class CopyLink extends HtmlContainer {

    /**
     * @param path of this site
     * @param name accessible name of the link
     */
    public CopyLink(String path, String name) {
        getElement().setAttribute("path", path).setAttribute("copied", getTranslation("log.copied"));
        var link = new Input();
        link.getElement().setAttribute("readonly", "").setAttribute("aria-label", name);
        var button = new NativeButton(getTranslation("log.action.copy"));
        button.addClassNames("button", "primary");
        button.getElement().setAttribute("type", "button");
        var once = new Paragraph(getTranslation("invites.once"));
        once.addClassName("hint");
        var share = new NativeButton(getTranslation("share.with"));
        share.addClassNames("button", "secondary", "share");
        share.getElement().setAttribute("type", "button").setAttribute("hidden", true);
        add(link, button, share, once);
    }
}
