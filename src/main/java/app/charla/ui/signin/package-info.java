/** Sign-in, registration and sign-out: the views for visitors, and the forms they share. */
@NullMarked
package app.charla.ui.signin;

import org.jspecify.annotations.NullMarked;
