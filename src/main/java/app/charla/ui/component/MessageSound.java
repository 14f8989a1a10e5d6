package app.charla.ui.component;

import com.vaadin.flow.component.UI;

/** The short sound of a new message; the browser ({@code chat-list/message-sound.ts}) plays it by itself, too. */
public final class MessageSound {

    private MessageSound() {}

    /** Lets it be heard, unless the browser lets nothing be heard. */
    public static void play(UI ui) {
        ui.getPage().executeJs("window.dispatchEvent(new Event('charla-sound'))");
    }
}
