/**
 * Resources of media: downloads, galleries, resumable uploads.
 */
@NullMarked
package app.charla.api.media;

import org.jspecify.annotations.NullMarked;
