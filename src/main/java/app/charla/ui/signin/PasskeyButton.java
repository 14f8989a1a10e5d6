package app.charla.ui.signin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/** Button that runs a WebAuthn ceremony; hidden where the browser supports none. */
@JsModule("./page/passkey.ts")
public class PasskeyButton extends NativeButton {

    /** WebAuthn ceremony. */
    public enum Ceremony {
        /** Registration of a passkey. */
        MAKE("make"),
        /** Authentication with a passkey. */
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
     * Runs the ceremony in the browser.
     *
     * @param failed called when the person cancelled or the browser could not
     */
    public void ask(Ceremony ceremony, String question, SerializableConsumer<String> answered, Runnable failed) {
        getElement()
                .executeJs("return window.charlaPasskeys." + ceremony.function + "($0)", question)
                .then(String.class, answered, refused -> failed.run());
    }

    /** The origin as the browser knows it. */
    public static String origin() {
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
