package app.charla.ui.chat.details;

import app.charla.media.Attachment.Kind;
import app.charla.media.MediaService.Held;
import app.charla.media.MediaService;
import app.charla.ui.Addresses;
import app.charla.ui.Labels;
import app.charla.ui.chat.MessageLogData;
import app.charla.ui.chat.MessageMapper;
import app.charla.ui.chat.OpenChat;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All the files of a chat, newest first, drawn in the browser by {@code <charla-gallery>} as one asks for them. */
@Tag("charla-gallery")
@JsModule("./media/gallery.ts")
final class MediaGallery extends Component implements LocaleChangeObserver {

    private static final List<String> LABELS =
            Labels.withAttachments("gallery.", "log.retry");
    /** More than one message may hold. */
    private static final int PAGE_SIZE = 60;

    private static final Map<String, Set<Kind>> KINDS = Map.of(
            "pictures", Set.of(Kind.IMAGE, Kind.VIDEO),
            "files", Set.of(Kind.FILE, Kind.AUDIO),
            "voices", Set.of(Kind.VOICE));

    private final OpenChat open;
    private final transient MediaService media;

    MediaGallery(OpenChat open, MediaService media) {
        this.open = open;
        this.media = media;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().callJsFunction("open", Addresses.media(open.slug()));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }

    /**
     * Some more of one kind.
     *
     * @param from what the page before said to ask for next; 2^53 - 1 asks for the newest
     */
    @ClientCallable
    private Page find(String kind, long from) {
        List<Held> held = media.inChat(open.actor(), open.chat(), KINDS.getOrDefault(kind, Set.of()), from, PAGE_SIZE);
        if (held.size() < PAGE_SIZE) {
            return new Page(held.stream().map(this::item).toList(), null);
        }
        // The last message of a full page may have more files than came: all of them come with the next one.
        var last = held.getLast().message();
        List<Held> whole =
                held.stream().filter(each -> !each.message().equals(last)).toList();
        return new Page(
                whole.stream().map(this::item).toList(),
                whole.isEmpty() ? null : whole.getLast().message().value());
    }

    private Item item(Held held) {
        return new Item(
                MessageMapper.media(held.attachment()), "/" + Addresses.message(open.slug(), open.chat(), held.seq()));
    }

    /** Files, newest first, and what to ask for next if there are more. */
    record Page(List<Item> found, @Nullable Long next) implements Serializable {}

    /** A file, and the address of the message that it was sent with. */
    record Item(MessageLogData.Media media, String place) implements Serializable {}
}
