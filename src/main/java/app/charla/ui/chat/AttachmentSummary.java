package app.charla.ui.chat;

import app.charla.media.Attachment;
import app.charla.media.Attachment.Kind;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The summary of a message's attachments where they cannot be shown; {@code model/media.ts} does the same in the browser.
 */
public final class AttachmentSummary {

    private AttachmentSummary() {}

    /** Returns the summary of attachments; empty if there are none. */
    static String summary(List<Attachment> files, Locale locale) {
        if (files.isEmpty()) {
            return "";
        }
        Attachment first = files.getFirst();
        if (files.size() == 1) {
            return switch (first.kind()) {
                case IMAGE -> text(locale, "photo");
                case VIDEO -> text(locale, "video");
                case VOICE -> text(locale, "voice", duration(first));
                case AUDIO -> text(locale, "audio", first.name());
                case FILE -> text(locale, "file", first.name());
            };
        }
        boolean pictures = files.stream().allMatch(each -> each.kind() == Kind.IMAGE);
        String count = NumberFormat.getIntegerInstance(locale).format(files.size());
        return text(locale, pictures ? "photos" : "files", count);
    }

    /** Returns the text of a message after the icon of its attachments, or the summary alone if there is no text. */
    public static String describe(String text, List<Attachment> files, Locale locale) {
        String summary = summary(files, locale);
        if (text.isBlank() || summary.isEmpty()) {
            return text.isBlank() ? summary : text;
        }
        return summary.substring(0, summary.indexOf(' ') + 1) + text;
    }

    private static String duration(Attachment recording) {
        Integer millis = recording.durationMillis();
        Duration length = Duration.ofSeconds(Math.round((millis == null ? 0 : millis) / 1000.0));
        return length.toMinutes() + ":" + String.format(Locale.ROOT, "%02d", length.toSecondsPart());
    }

    private static String text(Locale locale, String key, Object... values) {
        return I18NProvider.translate(locale, "media.summary." + key, values);
    }
}
