package app.charla.api.json;

import app.charla.search.Highlight;
import java.util.List;

/**
 * A search hit.
 *
 * @param excerpt the part of the text around the match
 * @param marks highlighted ranges of the excerpt, in UTF-16 units
 */
record HitJson(MessageJson message, String excerpt, List<Highlight> marks) {}
