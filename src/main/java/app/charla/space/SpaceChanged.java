package app.charla.space;

/** The name, colour or settings of a space changed. Published as a Spring event after it is durable. */
public record SpaceChanged(Space space) {}
