package app.charla.space;

import app.charla.core.SpaceId;

/**
 * A space.
 *
 * @param slug its name in addresses
 * @param color {@code #rrggbb}, for its tile
 * @param home whether everybody belongs to it
 */
public record Space(SpaceId id, String slug, String name, String color, boolean home) {}
