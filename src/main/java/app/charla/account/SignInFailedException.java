package app.charla.account;

/** The sign-in failed: wrong name, password, code or passkey. Deliberately does not say which. */
public class SignInFailedException extends RuntimeException {

    SignInFailedException() {
        super("wrong name or password");
    }
}
