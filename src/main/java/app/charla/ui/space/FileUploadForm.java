package app.charla.ui.space;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadHandler;

/** A file that the person picks and that is sent when they say so; {@code <charla-file-upload-form>} in the browser. */
@Tag("charla-file-upload-form")
@JsModule("./page/file-upload-form.ts")
class FileUploadForm extends HtmlContainer {

    @Tag("progress")
    private static final class Bar extends HtmlContainer {}

    /**
     * @param receiver reads the file; not called in the UI's thread
     * @param sent what to do then, in the UI's thread, also if the connection broke
     */
    FileUploadForm(String label, UploadHandler receiver, Command sent) {
        addClassName("field");
        var input = new Input();
        input.setType("file");
        input.setId("field-file");
        var text = new NativeLabel(label);
        text.setFor(input);
        var bar = new Bar();
        bar.getElement().setAttribute("max", "1").setAttribute("hidden", "").setAttribute("aria-label", label);
        add(text, input, bar);
        getElement().setAttribute("target", receiver);
        getElement().addEventListener("sent", event -> sent.execute());
    }

    /** Sends it; tells whether there was one. */
    void send(SerializableConsumer<Boolean> picked) {
        getElement().callJsFunction("send").then(Boolean.class, picked);
    }
}
