package app.charla.ui.shell;

import app.charla.core.UnavailableException;
import app.charla.ui.component.FullPage;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The error page of a view that failed. The cause is in the log, not on the page. */
@AnonymousAllowed
class ErrorView extends FullPage implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(ErrorView.class);

    ErrorView() {
        super("", "failure.title", "failure.text");
        addLink("", "failure.retry");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        log.error("View {} failed", event.getLocation().getPath(), parameter.getCaughtException());
        return parameter.getCaughtException() instanceof UnavailableException
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("failure.title");
    }
}
