package app.charla.ui.signin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/** A button that has the browser do something with a passkey; it shows itself where the browser can. */
@JsModule("./page/passkey.ts")
public class PasskeyButton extends NativeButton {

    /** What the browser is to do. */
    public enum Ceremony {
        /** Make a passkey. */
        MAKE("make"),
        /** Prove that its owner has one. */
        USE("use");

        private final String function;

        Ceremony(String function) {
            this.function = function;
        }
    }

    public PasskeyButton(String text) {
        super(text);
        getElement().setAttribute("type", "button");
        getElement().setAttribute("hidden", true);
        addClassName("button");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("this.hidden = !window.charlaPasskeys?.can()");
    }

    /**
     * Asks the browser, which asks the person.
     *
     * @param failed called when the person would not, or the browser could not
     */
    public void ask(Ceremony ceremony, String question, SerializableConsumer<String> answered, Runnable failed) {
        getElement()
                .executeJs("return window.charlaPasskeys." + ceremony.function + "($0)", question)
                .then(String.class, answered, refused -> failed.run());
    }

    /** The site as the browser knows it. */
    public static String origin() {
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
