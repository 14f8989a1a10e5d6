package app.charla.ui;

import app.charla.account.OverloadedException;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import app.charla.core.UnavailableException;
import app.charla.storage.StorageFailure;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;

/** The error messages of the UI: a sentence for the person for each failure of a service. */
public final class FailureText {

    private FailureText() {}

    /** Returns whether a failure is part of normal use, and not a fault of the program. */
    public static boolean expected(Throwable failure) {
        return !key(failure).equals("error.unexpected");
    }

    /** Returns the sentence for a failure, in a language. */
    public static String text(Throwable failure, Locale locale) {
        return I18NProvider.translate(locale, key(failure), arguments(failure));
    }

    private static String key(Throwable failure) {
        return switch (unwrapped(failure)) {
            case InvalidException invalid -> "error." + invalid.code();
            case ConflictException conflict -> "error." + conflict.code();
            case ForbiddenException forbidden -> "error." + forbidden.code();
            case NotFoundException gone -> "error.not-found";
            case OverloadedException overloaded -> "error.overloaded";
            case TooManyRequestsException tooMany -> "failure.wait";
            case UnavailableException unavailable -> "error.unavailable";
            default -> "error.unexpected";
        };
    }

    /** Returns the failure of the service: Vaadin puts what a {@code @ClientCallable} method throws into a bare exception. */
    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        if (failure.getClass() == RuntimeException.class && cause != null) {
            return unwrapped(cause);
        }
        return failure instanceof RuntimeException unchecked ? StorageFailure.translate(unchecked) : failure;
    }

    private static Object[] arguments(Throwable failure) {
        return switch (unwrapped(failure)) {
            case InvalidException invalid -> invalid.arguments();
            case TooManyRequestsException tooMany -> new Object[] {seconds(tooMany)};
            default -> new Object[0];
        };
    }

    /** Returns the whole seconds to wait; at least one. */
    public static long seconds(TooManyRequestsException tooMany) {
        return Math.max(1, tooMany.retryAfter().plusMillis(999).toSeconds());
    }
}
