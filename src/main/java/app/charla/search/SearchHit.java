package app.charla.search;

import app.charla.message.Message;
import java.util.List;

/**
 * A message that was looked for.
 *
 * @param excerpt the part of its text around the first word found
 * @param marks what was found, by place in the excerpt
 */
public record SearchHit(Message message, String excerpt, List<Highlight> marks) {}
