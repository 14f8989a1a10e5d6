package app.charla.space;

/** The name, colour, settings or members of a space changed. Published as a Spring event after the commit. */
public record SpaceChanged(Space space) {}
