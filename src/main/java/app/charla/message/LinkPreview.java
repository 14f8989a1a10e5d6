package app.charla.message;

/**
 * What a page says of itself, in plain words; each of them is one line.
 *
 * @param address as the message links to it
 * @param site what the site is called, or its host
 * @param title what the page is called
 * @param description what it is about; may be empty
 */
public record LinkPreview(String address, String site, String title, String description) {}
