package app.charla.ui.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * The guard of Vaadin's own requests: refuses those that did not pass {@link SameSessionFilter}. Vaadin answers at every
 * address that nothing else is mapped to, also at those of other filter chains, which know nothing of the Charla session that
 * the views belong to.
 *
 * @see <a href="../../../../../../docs/decisions/044-vaadin-requests-belong-to-pages.md">decision 044</a>
 */
@Component
class VaadinRequestGuard implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(new UidlHandler());
        event.addRequestHandler(VaadinRequestGuard::refuse); // what is added last comes first, before all of Vaadin's
    }

    private static boolean refuse(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        boolean onlyReads = HttpMethod.GET.matches(request.getMethod())
                && request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER) == null;
        if (onlyReads || SameSessionFilter.hasPassed(request)) {
            return false;
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND, "Not Found");
        return true;
    }
}
