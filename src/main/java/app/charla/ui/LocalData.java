package app.charla.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.PendingJavaScriptResult;

/**
 * The data stored in this browser: drafts, unsent messages, and the last conversations for reading offline. The layout of
 * all signed-in views carries {@code @JsModule(LocalData.MODULE)}, so that the call below finds it.
 */
public final class LocalData {

    /** The front-end module that {@link #clear} needs in the page. */
    public static final String MODULE = "./sync/local-data.ts";

    private LocalData() {}

    /** Removes all data from this browser. Await it before signing out; it also completes if there is no data. */
    public static PendingJavaScriptResult clear(UI ui) {
        return ui.getPage().executeJs("return window.charla?.clearLocalData()");
    }
}
