/**
 * Signing in, registering and signing out: the views in front of the sign-in, and the forms they share.
 */
@NullMarked
package app.charla.ui.signin;

import org.jspecify.annotations.NullMarked;
