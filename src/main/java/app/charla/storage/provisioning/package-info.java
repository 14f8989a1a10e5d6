/**
 * Provisioners: where the database of a new space is made, as a file, a namespace of a libSQL server, or at Turso.
 */
@NullMarked
package app.charla.storage.provisioning;

import org.jspecify.annotations.NullMarked;
