package app.charla.ui.shell;

import app.charla.ui.Labels;
import app.charla.ui.chat.MessageLog;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.ArrayList;
import java.util.List;

/** All shortcuts of the keyboard, shown on a question mark; {@code <charla-shortcut-help>} knows them. */
@Tag("charla-shortcut-help")
@JsModule("./page/shortcut-help.ts")
class ShortcutHelp extends Component implements LocaleChangeObserver {

    private static final List<String> LABELS = List.of(
            "keys.title",
            "keys.close",
            "keys.everywhere",
            "keys.find",
            "keys.readAll",
            "keys.map",
            "keys.list",
            "keys.list.walk",
            "keys.list.open",
            "keys.composer",
            "keys.send",
            "keys.line",
            "keys.last",
            "keys.emoji",
            "keys.mention",
            "keys.cancel",
            "keys.messages",
            "keys.walk",
            "keys.ends",
            "keys.compose",
            "keys.name.Enter",
            "keys.name.Esc",
            "keys.name.Home",
            "keys.name.End",
            "keys.name.PageUp",
            "keys.name.PageDown",
            "keys.name.Shift",
            "keys.name.Delete");

    /** Shows it. */
    void open() {
        getElement().callJsFunction("open");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        List<String> keys = new ArrayList<>(LABELS);
        MessageLog.LABELS.stream().filter(key -> key.startsWith("log.action.")).forEach(keys::add);
        Labels.send(this, keys, event.getLocale());
    }
}
