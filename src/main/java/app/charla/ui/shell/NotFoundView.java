package app.charla.ui.shell;

import app.charla.core.NotFoundException;
import app.charla.ui.component.FullPage;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** What does not exist, or may not be seen: both look alike. */
@AnonymousAllowed
class NotFoundView extends FullPage implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    NotFoundView() {
        super("404", "notFound.title", "notFound.text");
        addLink("", "notFound.home");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notFound.title");
    }
}
