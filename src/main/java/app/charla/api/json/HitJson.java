package app.charla.api.json;

import app.charla.search.Highlight;
import java.util.List;

/**
 * A message that was looked for.
 *
 * @param excerpt the part of its text around what was found
 * @param marks what was found in the excerpt, in UTF-16 units
 */
record HitJson(MessageJson message, String excerpt, List<Highlight> marks) {}
