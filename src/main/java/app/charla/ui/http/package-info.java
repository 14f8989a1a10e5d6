/** HTTP resources of the UI that are not views: attachments, avatars, the web app manifest, shared pages. */
@NullMarked
package app.charla.ui.http;

import org.jspecify.annotations.NullMarked;
