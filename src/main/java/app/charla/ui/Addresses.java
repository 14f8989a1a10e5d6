package app.charla.ui;

import app.charla.core.ChatId;

/** The addresses of views, without the leading slash, as Flow's router wants them. */
public final class Addresses {

    public static final String SPACE = "s/:space";
    public static final String CHAT = "s/:space/c/:chat";
    public static final String SETTINGS = "settings";
    public static final String LOGIN = "login";
    public static final String REGISTER = "register";

    private Addresses() {}

    /** A space with its list of chats. */
    public static String space(String slug) {
        return "s/" + slug;
    }

    /** A conversation. */
    public static String chat(String slug, ChatId chat) {
        return space(slug) + "/c/" + chat;
    }
}
