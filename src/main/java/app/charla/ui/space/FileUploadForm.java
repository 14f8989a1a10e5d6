package app.charla.ui.space;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadHandler;

/** File chooser that uploads on request; {@code <charla-file-upload-form>} in the browser. */
@Tag("charla-file-upload-form")
@JsModule("./page/file-upload-form.ts")
class FileUploadForm extends HtmlContainer {

    @Tag("progress")
    private static final class Bar extends HtmlContainer {}

    /**
     * @param receiver reads the file; called outside the thread of the UI
     * @param sent called afterwards in the thread of the UI, also if the connection broke
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

    /** Uploads the chosen file; returns whether there was one. */
    void send(SerializableConsumer<Boolean> picked) {
        getElement().callJsFunction("send").then(Boolean.class, picked);
    }
}
