package app.charla.account;

/** Nobody has this name with this password. Which of the two is wrong is not said. */
public class SignInFailedException extends RuntimeException {

    SignInFailedException() {
        super("wrong name or password");
    }
}
