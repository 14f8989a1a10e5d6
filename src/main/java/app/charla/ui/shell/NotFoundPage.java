package app.charla.ui.shell;

import app.charla.ui.component.FullPage;
import com.vaadin.flow.router.HasDynamicTitle;

/** The error page 404. */
abstract class NotFoundPage extends FullPage implements HasDynamicTitle {

    NotFoundPage() {
        super("404", "notFound.title", "notFound.text");
        addLink("", "notFound.home");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notFound.title");
    }
}
