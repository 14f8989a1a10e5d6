/** Getting in and settling down: signing in, registering, settings. */
@NullMarked
package app.charla.ui.account;

import org.jspecify.annotations.NullMarked;
