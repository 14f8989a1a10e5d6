package app.charla.api.json;

import app.charla.message.LinkPreview;
import org.jspecify.annotations.Nullable;

/**
 * A link preview: title and description from the metadata of the linked page.
 *
 * @param url as written in the message
 * @param siteName name of the site, or its host
 */
record PreviewJson(String url, String siteName, String title, String description) {

    static @Nullable PreviewJson of(@Nullable LinkPreview preview) {
        return preview == null
                ? null
                : new PreviewJson(preview.address(), preview.site(), preview.title(), preview.description());
    }
}
