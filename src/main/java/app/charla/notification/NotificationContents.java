package app.charla.notification;

import app.charla.account.Preferences.Language;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.core.AccountId;
import app.charla.message.Message;
import app.charla.message.UnreadExcerpt;
import app.charla.notification.NotificationSettings.Privacy;
import app.charla.notification.PushNotification.Content;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The contents of notifications, in the language of who is notified: what the chosen privacy allows and nothing else, never
 * a token, an address of media or of mail.
 */
@Component
class NotificationContents {

    private static final String APP = "Charla";

    private final ProfileDirectory profiles;
    private final MessageSource texts;

    NotificationContents(ProfileDirectory profiles, MessageSource texts) {
        this.profiles = profiles;
        this.texts = texts;
    }

    /**
     * Returns what is shown of the unread messages of a chat.
     *
     * @param message the newest of them
     * @param unread all of them
     * @param slug of the space
     */
    Content ofChat(Chat chat, Message message, UnreadExcerpt unread, String slug, Privacy privacy, Language language) {
        String tag = "chat-" + chat.id();
        String address = "/s/" + slug + "/c/" + chat.id() + "?m=" + message.seq();
        return switch (privacy) {
            case NOTHING -> new Content(APP, count(unread, language), tag, language.tag(), address);
            case SENDER ->
                new Content(senders(message, unread, language), count(unread, language), tag, language.tag(), address);
            case ALL ->
                new Content(
                        title(chat, message, unread, language),
                        unread.messages() > 1
                                ? text("push.several", language, excerpt(message, language), unread.messages())
                                : excerpt(message, language),
                        tag,
                        language.tag(),
                        address);
        };
    }

    /** Returns the summary of what came in quiet hours. */
    Content ofSummary(int unread, Language language) {
        return new Content(
                text("push.summary.title", language),
                text("push.summary.body", language, unread),
                "summary",
                language.tag(),
                "/");
    }

    private String title(Chat chat, Message message, UnreadExcerpt unread, Language language) {
        String who = senders(message, unread, language);
        return chat.kind() == Kind.PRIVATE
                ? who
                : text("push.where", language, who, Objects.requireNonNullElse(chat.name(), ""));
    }

    private String senders(Message message, UnreadExcerpt unread, Language language) {
        String name = name(message.sender());
        return unread.senders() > 1 ? text("push.senders", language, name, unread.senders() - 1) : name;
    }

    private String name(AccountId sender) {
        return profiles.getById(sender).name();
    }

    private String count(UnreadExcerpt unread, Language language) {
        return text("push.count", language, Math.max(1, unread.messages()));
    }

    private String excerpt(Message message, Language language) {
        String action = message.action();
        if (action != null) {
            return name(message.sender()) + " " + action;
        }
        return message.text().isBlank()
                ? text("push.attachments", language, message.attachments().size())
                : message.text();
    }

    private String text(String key, Language language, Object... arguments) {
        return texts.getMessage(key, arguments, Locale.of(language.tag()));
    }
}
