package app.charla.presence;

/** What somebody chose to be, by hand: it goes before what their devices tell. */
public enum PresenceChoice {
    /** What their devices tell. */
    AUTOMATIC,
    DO_NOT_DISTURB,
    /** Offline for everybody else. */
    INVISIBLE
}
