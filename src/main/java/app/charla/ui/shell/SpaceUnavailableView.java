package app.charla.ui.shell;

import app.charla.core.UnavailableException;
import app.charla.ui.Addresses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The error page of a space whose database is unavailable or damaged. It is shown inside the shell, because the other
 * spaces go on.
 */
@AnonymousAllowed
@ParentLayout(Shell.class)
class SpaceUnavailableView extends Div implements HasErrorParameter<UnavailableException>, HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(SpaceUnavailableView.class);

    private final Anchor retry = new Anchor("", getTranslation("failure.retry"));

    SpaceUnavailableView() {
        addClassNames("nothing-open", "trouble");
        var mark = new Span("!");
        mark.addClassName("trouble-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        retry.setRouterIgnore(true);
        retry.addClassNames("button", "primary");
        var elsewhere = new Anchor(Addresses.SPACES, getTranslation("trouble.others"));
        elsewhere.getElement().setAttribute("router-link", "");
        elsewhere.addClassNames("button", "narrow-only");
        add(mark, new H2(getTranslation("trouble.title")), new Paragraph(getTranslation("trouble.text")));
        add(retry, elsewhere);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<UnavailableException> parameter) {
        Throwable failure = parameter.getCaughtException();
        log.warn("View {} cannot be shown: {}", event.getLocation().getPath(), String.valueOf(failure.getCause()));
        retry.setHref("/" + event.getLocation().getPath());
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("trouble.title") + " · Charla";
    }
}
