package app.charla.ui.chat.conversation;

import app.charla.core.LiveEvent;
import app.charla.message.MessagePosted;
import app.charla.ui.Labels;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.internal.AllowInert;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;

/** Who is writing in the open conversation, drawn by {@code <charla-typing>}. The server remembers none of it. */
@Tag("charla-typing")
@JsModule("./conversation/typing-indicator.ts")
final class TypingIndicator extends Component implements LocaleChangeObserver {

    private static final List<String> LABELS = List.of("typing.one", "typing.two", "typing.several");

    private final SerializableRunnable writing;

    /** @param writing called every few seconds while the person writes */
    TypingIndicator(SerializableRunnable writing) {
        this.writing = writing;
    }

    /** Turns to another conversation: nobody writes yet. */
    void open() {
        getElement().callJsFunction("clear");
    }

    /** Somebody writes. */
    void show(String id, String name) {
        getElement().callJsFunction("show", id, name);
    }

    /** Whoever has said something no longer writes it. */
    void said(List<LiveEvent> events) {
        for (LiveEvent event : events) {
            if (event instanceof MessagePosted posted) {
                getElement().callJsFunction("hide", posted.message().sender().toString());
            }
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        open();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }

    @ClientCallable
    @AllowInert
    private void writing() {
        writing.run();
    }
}
