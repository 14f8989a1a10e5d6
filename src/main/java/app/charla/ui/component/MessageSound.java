package app.charla.ui.component;

import com.vaadin.flow.component.UI;

/** Notification sound for a new message; the browser ({@code chat-list/message-sound.ts}) also plays it by itself. */
public final class MessageSound {

    private MessageSound() {}

    /** Plays the sound, unless the settings of the browser forbid it. */
    public static void play(UI ui) {
        ui.getPage().executeJs("window.dispatchEvent(new Event('charla-sound'))");
    }
}
