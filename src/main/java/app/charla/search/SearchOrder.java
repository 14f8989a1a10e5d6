package app.charla.search;

/** The order of search results. */
public enum SearchOrder {
    /** Newest first. */
    NEWEST,
    /** By relevance among the newest several hundred: whole words before parts of words; newest first among equals. */
    RELEVANCE
}
