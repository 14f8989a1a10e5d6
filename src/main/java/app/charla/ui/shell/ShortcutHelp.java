package app.charla.ui.shell;

import app.charla.ui.Labels;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;

/** The help on keyboard shortcuts, opened by the question mark key and drawn by {@code <charla-shortcut-help>}. */
@Tag("charla-shortcut-help")
@JsModule("./page/shortcut-help.ts")
class ShortcutHelp extends Component implements LocaleChangeObserver {

    private static final List<String> LABELS = List.of("keys.", "log.action.");

    void open() {
        getElement().callJsFunction("open");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }
}
