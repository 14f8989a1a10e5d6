package app.charla.search;

/** In which order hits come. */
public enum Sort {
    /** The newest first. */
    NEWEST,
    /** Of the newest several hundred, whole words before parts of words; the newest first among equals. */
    RELEVANCE
}
