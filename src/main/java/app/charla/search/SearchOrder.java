package app.charla.search;

/** In which order hits come. */
public enum SearchOrder {
    /** The newest first. */
    NEWEST,
    /** Of the newest several hundred, whole words before parts of words; the newest first among equals. */
    RELEVANCE
}
