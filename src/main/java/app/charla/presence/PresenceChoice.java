package app.charla.presence;

/** The availability that a person chose; it takes precedence over the activity of their devices. */
public enum PresenceChoice {
    /** Follows the activity of their devices. */
    AUTOMATIC,
    DO_NOT_DISTURB,
    /** Shown as offline to everybody else. */
    INVISIBLE
}
