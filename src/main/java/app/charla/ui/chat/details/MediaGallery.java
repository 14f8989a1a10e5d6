package app.charla.ui.chat.details;

import app.charla.media.Attachment.Kind;
import app.charla.media.GalleryPlace;
import app.charla.media.MediaService;
import app.charla.media.MediaService.GalleryItem;
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

/** The gallery of a chat's attachments, newest first, drawn in the browser by {@code <charla-gallery>} page by page. */
@Tag("charla-gallery")
@JsModule("./media/gallery.ts")
final class MediaGallery extends Component implements LocaleChangeObserver {

    private static final List<String> LABELS = Labels.withAttachments("gallery.", "log.retry");

    /** Larger than the number of attachments of one message. */
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
     * Returns a page of attachments of one kind.
     *
     * @param from {@code next} of the page before; 2^53 - 1 asks for the newest
     */
    @ClientCallable
    private Page find(String kind, long from) {
        List<GalleryItem> held = media.findInChat(
                open.actor(), open.chat(), KINDS.getOrDefault(kind, Set.of()), GalleryPlace.before(from), PAGE_SIZE);
        if (held.size() < PAGE_SIZE) {
            return new Page(held.stream().map(this::item).toList(), null);
        }
        // The last message of a full page may have more attachments: all of them are on the next page.
        var last = held.getLast().message();
        List<GalleryItem> whole =
                held.stream().filter(each -> !each.message().equals(last)).toList();
        return new Page(
                whole.stream().map(this::item).toList(),
                whole.isEmpty() ? null : whole.getLast().message().value());
    }

    private Item item(GalleryItem item) {
        return new Item(
                MessageMapper.media(item.attachment()), "/" + Addresses.message(open.slug(), open.chat(), item.seq()));
    }

    /** Attachments, newest first, and where the next page begins, if there is one. */
    record Page(List<Item> found, @Nullable Long next) implements Serializable {}

    /** An attachment, and the address of its message. */
    record Item(MessageLogData.Media media, String place) implements Serializable {}
}
