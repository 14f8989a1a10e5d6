package app.charla.api.json;

/** Paths of the REST API that more than one class names. */
public final class ApiPaths {

    public static final String ROOT = "/v1/api";

    /** The OpenAPI document. */
    public static final String OPENAPI = "/v3/api-docs";

    public static final String OPENAPI_YAML = OPENAPI + ".yaml";

    public static final String AUTH = ROOT + "/auth";
    public static final String REGISTER = AUTH + "/register";
    public static final String LOGIN = AUTH + "/login";
    public static final String EXCHANGE = AUTH + "/exchange";
    public static final String PROVIDERS = AUTH + "/providers";
    public static final String CLAIMS = ROOT + "/claims";
    public static final String PASSWORD_RESETS = ROOT + "/resets";

    /** Root of the resources of instance administrators. */
    public static final String ADMIN = ROOT + "/admin";

    public static final String CHATS = ROOT + "/chats";
    public static final String PUBLIC_CHATS = CHATS + "/public";
    public static final String PRIVATE_CHATS = CHATS + "/private";

    /** The required contract spells it like this; {@link #GROUP_CHATS} is the same resource. */
    public static final String GRUOP_CHATS = CHATS + "/gruop";

    public static final String GROUP_CHATS = CHATS + "/group";

    /** One chat; the kind is {@code public}, {@code private}, {@code gruop} or {@code group}. */
    public static final String CHAT = CHATS + "/{kind}/{id}";

    public static final String MESSAGES = CHAT + "/messages";
    public static final String MESSAGE = MESSAGES + "/{messageId}";

    /** The live events of one space. */
    public static final String EVENTS = ROOT + "/events";

    public static final String ME = ROOT + "/me";

    /** The live events of all spaces of the caller. */
    public static final String MY_EVENTS = ME + "/events";

    public static final String SEARCH = ROOT + "/search";
    public static final String PRESENCE = ROOT + "/presence";

    public static final String SPACES = ROOT + "/spaces";
    public static final String SPACE = SPACES + "/{slug}";

    /** Accepts a body of any size. */
    public static final String SPACE_RESTORE = SPACES + "/restore";

    public static final String MEDIA = ROOT + "/media";
    public static final String UPLOADS = MEDIA + "/uploads";

    /** Media by signed link: no token needed. */
    public static final String SIGNED_MEDIA = MEDIA + "/signed";

    private ApiPaths() {}
}
