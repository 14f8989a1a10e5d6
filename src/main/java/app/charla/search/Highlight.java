package app.charla.search;

import java.io.Serializable;

/**
 * A part of a text, in UTF-16 units.
 *
 * @param end the first place after it
 */
public record Highlight(int start, int end) implements Serializable {}
