package app.charla.account;

import app.charla.core.AccountId;

/** The password is right, and a code of the second factor is to follow. */
public class CodeRequiredException extends SignInFailedException {

    private final AccountId account;

    CodeRequiredException(AccountId account) {
        this.account = account;
    }

    /** Whose password it was. */
    public AccountId account() {
        return account;
    }
}
