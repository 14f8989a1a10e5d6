package app.charla.notification;

/** What notifications may show of an account's messages, and when they wait. */
public record NotificationSettings(Privacy privacy, QuietHours quietHours) {

    /** The settings of accounts that changed nothing. */
    public static final NotificationSettings DEFAULT = new NotificationSettings(Privacy.ALL, QuietHours.NONE);

    /** What a notification shows. The push service sees cipher text in any case; this is about who looks at the screen. */
    public enum Privacy {
        /** Who wrote, where, and the text. */
        ALL,
        /** Who wrote. */
        SENDER,
        /** That there is something new. */
        NOTHING
    }
}
