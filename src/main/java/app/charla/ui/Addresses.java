package app.charla.ui;

import app.charla.account.Profile;
import app.charla.core.AccountId;
import app.charla.core.ChatId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The addresses of views, without the leading slash, as Flow's router wants them. */
public final class Addresses {

    public static final String SPACE = "s/:space";
    public static final String CHAT = "s/:space/c/:chat";
    public static final String SEARCH = "s/:space/search";
    public static final String SAVED = "s/:space/saved";
    public static final String SPACE_SETTINGS = "s/:space/settings";
    public static final String SPACES = "spaces";
    public static final String NEW_SPACE = "spaces/new";
    public static final String RESTORE_SPACE = "spaces/restore";
    public static final String SPACE_PROGRESS = "spaces/:asked";
    public static final String INVITE = "invite/:token";
    public static final String JOIN = "join/:space";
    public static final String PERSON = "people/:person/:space?";
    public static final String SHARE_IN = "share";
    public static final String SETTINGS = "settings";
    public static final String SHARED = "shared";
    public static final String UNDO_DELETION = "farewell";
    public static final String LOGIN = "login";
    public static final String REGISTER = "register";
    public static final String WELCOME = "welcome";
    public static final String SIGN_IN_FAILED = "login/failed";
    public static final String SECOND_STEP = "login/code";
    public static final String FORGOTTEN = "forgotten";
    public static final String RESET = "reset/:token";

    /** The parameter of a conversation's address that names one of its messages by its number. */
    public static final String MESSAGE = "m";

    private Addresses() {}

    /** A space with its list of chats. */
    public static String space(String slug) {
        return "s/" + slug;
    }

    /** Where the files of a space's messages are, with the leading slash: no view, but what is asked of the server. */
    public static String media(String slug) {
        return "/" + space(slug) + "/media";
    }

    /** A conversation. */
    public static String chat(String slug, ChatId chat) {
        return space(slug) + "/c/" + chat;
    }

    /** A conversation, at one of its messages. */
    public static String message(String slug, ChatId chat, long seq) {
        return chat(slug, chat) + "?" + MESSAGE + "=" + seq;
    }

    /**
     * What was found for a question.
     *
     * @param chat where to look, or null for everywhere in the space
     */
    public static String search(String slug, String question, @Nullable ChatId chat) {
        String where = chat == null ? "" : "&chat=" + chat;
        return space(slug) + "/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8) + where;
    }

    /** What somebody keeps at hand in a space. */
    public static String saved(String slug) {
        return space(slug) + "/saved";
    }

    /** What was chosen for a space, and who is in it. */
    public static String spaceSettings(String slug) {
        return space(slug) + "/settings";
    }

    /** How far a space has come that was asked for. */
    public static String progress(String slug) {
        return SPACES + "/" + slug;
    }

    /** Where an invite leads. */
    public static String invite(String token) {
        return "invite/" + token;
    }

    /** A person; who writes to them does so in the home space. */
    public static String person(AccountId person) {
        return "people/" + person;
    }

    /** A person as they are met in a space. */
    public static String person(AccountId person, String slug) {
        return person(person) + "/" + slug;
    }

    /** Somebody's picture, with the leading slash: no view, but what is asked of the server. Empty if they have none. */
    public static String avatar(Profile person) {
        return person.avatar() == null ? "" : "/" + person(person.id()) + "/avatar/" + person.avatar();
    }

    /** What somebody shows outside. */
    public static String shared(String token) {
        return SHARED + "/" + token;
    }

    /** A page of a person's settings. */
    public static String settings(String page) {
        return SETTINGS + "/" + page;
    }

    /** Where somebody is asked whether to join a space that takes anyone in. */
    public static String join(String slug) {
        return "join/" + slug;
    }
}
