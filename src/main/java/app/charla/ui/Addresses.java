package app.charla.ui;

import app.charla.account.Profile;
import app.charla.core.AccountId;
import app.charla.core.ChatId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The addresses of views, without the leading slash, as Flow's router requires. */
public final class Addresses {

    public static final String SPACE = "s/:space";
    public static final String CHAT = "s/:space/c/:chat";
    public static final String SEARCH = "s/:space/search";
    public static final String SAVED = "s/:space/saved";
    public static final String NEW_CHAT = "s/:space/new";
    public static final String NEW_GROUP = "s/:space/new-group";
    /** The contact list of the home space. */
    public static final String NEW_CHAT_HOME = "new";

    public static final String PUBLIC_CHATS = "s/:space/public";
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
    public static final String WAITING = "waiting";
    public static final String SETUP = "setup";
    public static final String FORGOTTEN = "forgotten";
    public static final String RESET = "reset/:token";

    /** The query parameter of a conversation's address: the {@code seq} of the message to show. */
    public static final String MESSAGE = "m";

    private Addresses() {}

    /** Returns the address of a space with its chat list. */
    public static String space(String slug) {
        return "s/" + slug;
    }

    /** Returns the address of a space's attachments, with the leading slash because it is no view. */
    public static String media(String slug) {
        return "/" + space(slug) + "/media";
    }

    /** Returns the address of a conversation. */
    public static String chat(String slug, ChatId chat) {
        return space(slug) + "/c/" + chat;
    }

    /** Returns the address of a message in its conversation. */
    public static String message(String slug, ChatId chat, long seq) {
        return chat(slug, chat) + "?" + MESSAGE + "=" + seq;
    }

    /**
     * Returns the address of the search results for a query.
     *
     * @param chat the chat to search, or null for all chats of the space
     */
    public static String search(String slug, String query, @Nullable ChatId chat) {
        String scope = chat == null ? "" : "&chat=" + chat;
        return space(slug) + "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + scope;
    }

    /** Returns the address of the saved messages in a space. */
    public static String saved(String slug) {
        return space(slug) + "/saved";
    }

    /** Returns the address of the contact list that opens a private chat. */
    public static String newChat(String slug) {
        return space(slug) + "/new";
    }

    /** Returns the address of the view that creates a group. */
    public static String newGroup(String slug) {
        return space(slug) + "/new-group";
    }

    /** Returns the address of the list of public chats of a space. */
    public static String publicChats(String slug) {
        return space(slug) + "/public";
    }

    /** Returns the address of the settings and members of a space. */
    public static String spaceSettings(String slug) {
        return space(slug) + "/settings";
    }

    /** Returns the address of the progress of a requested space. */
    public static String progress(String slug) {
        return SPACES + "/" + slug;
    }

    /** Returns the address of an invite. */
    public static String invite(String token) {
        return "invite/" + token;
    }

    /** Returns the address of a person; a chat with them is opened in the home space. */
    public static String person(AccountId person) {
        return "people/" + person;
    }

    /** Returns the address of a person in a space. */
    public static String person(AccountId person, String slug) {
        return person(person) + "/" + slug;
    }

    /** Returns the address of a person's avatar, with the leading slash because it is no view; empty if they have none. */
    public static String avatar(Profile person) {
        return person.avatar() == null ? "" : "/" + person(person.id()) + "/avatar/" + person.avatar();
    }

    /** Returns the address of a public share link. */
    public static String shared(String token) {
        return SHARED + "/" + token;
    }

    /** Returns the address of a page of the person's settings. */
    public static String settings(String page) {
        return SETTINGS + "/" + page;
    }

    /** Returns the address of the view that offers to join an open space. */
    public static String join(String slug) {
        return "join/" + slug;
    }
}
