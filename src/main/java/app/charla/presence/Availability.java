package app.charla.presence;

/** The availability of a person, as others see it. */
public enum Availability {
    /** Charla is open and in use on at least one device. */
    ONLINE,
    /** Charla is open, but on no device used within the last five minutes. */
    AWAY,
    /** Charla is open, and they chose not to be disturbed. */
    DO_NOT_DISTURB,
    /** Charla is open nowhere, or they chose to be invisible. */
    OFFLINE
}
