package app.charla.search;

/** The order of search results. */
public enum SearchOrder {
    /** Newest first. */
    NEWEST,
    /** Of the newest several hundred, whole words before parts of words; newest first among equals. */
    RELEVANCE
}
