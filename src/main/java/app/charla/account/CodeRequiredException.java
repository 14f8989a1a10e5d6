package app.charla.account;

import app.charla.core.AccountId;

/** The password is right, and a code of the second factor is required. */
public class CodeRequiredException extends SignInFailedException {

    private final AccountId account;

    CodeRequiredException(AccountId account) {
        this.account = account;
    }

    /** The account that the password belongs to. */
    public AccountId account() {
        return account;
    }
}
