package app.charla.space;

/** A space was deleted: whatever people have open of it is to be closed. Published when no door leads in any more. */
public record SpaceClosed(Space space) {}
