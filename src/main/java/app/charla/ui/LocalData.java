package app.charla.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.PendingJavaScriptResult;

/**
 * What this browser keeps on its own disk: drafts, unsent messages and the last conversations for reading offline. The
 * layout of all signed-in views carries {@code @JsModule(LocalData.MODULE)}, so that the call below finds it.
 */
public final class LocalData {

    /** The front-end module that {@link #clear} needs in the page. */
    public static final String MODULE = "./sync/local-data.ts";

    private LocalData() {}

    /** Removes everything kept in this browser. To be done, and awaited, before signing out; completes also when there is nothing. */
    public static PendingJavaScriptResult clear(UI ui) {
        return ui.getPage().executeJs("return window.charla?.clearLocalData()");
    }
}
