package app.charla.message;

/** The clock's tick of the unread counts, for tests that move the clock themselves. */
public final class UnreadTime {

    private UnreadTime() {}

    /** Does now what happens each second. */
    public static void tick(UnreadCounts counts) {
        counts.followTime();
    }
}
