package app.charla.ui.shell;

import app.charla.ui.component.FullPage;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** An address that leads nowhere: the same page as for a chat that does not exist. */
@AnonymousAllowed
class UnknownAddressView extends FullPage implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    UnknownAddressView() {
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
