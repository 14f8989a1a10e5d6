package app.charla.presence;

/** Whether somebody is there, as others see it. */
public enum Availability {
    /** Somewhere they have Charla open and do something there. */
    ONLINE,
    /** Charla is open, but nothing was done there for five minutes. */
    AWAY,
    /** They are there and do not want to be disturbed. */
    DO_NOT_DISTURB,
    /** Charla is open nowhere, or they do not want to be seen. */
    OFFLINE
}
