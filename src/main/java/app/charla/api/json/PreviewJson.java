package app.charla.api.json;

import app.charla.message.LinkPreview;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself that a message links to.
 *
 * @param url as the message has it
 * @param siteName what the site is called, or its host
 */
record PreviewJson(String url, String siteName, String title, String description) {

    static @Nullable PreviewJson of(@Nullable LinkPreview preview) {
        return preview == null
                ? null
                : new PreviewJson(preview.address(), preview.site(), preview.title(), preview.description());
    }
}
