package app.charla.search;

import java.io.Serializable;

/**
 * A highlighted part of a text, in UTF-16 units.
 *
 * @param end exclusive
 */
public record Highlight(int start, int end) implements Serializable {}
