package app.charla.search;

import app.charla.message.Message;
import java.util.List;

/**
 * A message found.
 *
 * @param excerpt the part of the text around the first match
 * @param marks the matches within the excerpt
 */
public record SearchHit(Message message, String excerpt, List<Highlight> marks) {}
