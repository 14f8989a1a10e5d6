package app.charla.message;

/**
 * A link preview: the page's own title and description as plain text, each one line.
 *
 * @param address the link as written in the message
 * @param site name of the site, or its host
 * @param title title of the page
 * @param description description of the page; may be empty
 */
public record LinkPreview(String address, String site, String title, String description) {}
