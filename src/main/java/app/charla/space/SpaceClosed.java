package app.charla.space;

/** A space was deleted, and its open views and streams must close. Published when it can no longer be entered. */
public record SpaceClosed(Space space) {}
