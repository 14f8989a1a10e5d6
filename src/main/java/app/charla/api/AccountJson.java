package app.charla.api;

import app.charla.account.Account;
import app.charla.account.Preferences.Language;
import app.charla.account.Preferences.Theme;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it. */
record AccountJson(
        String id,
        String username,
        String name,
        @Nullable String email,
        Language language,
        Theme theme,
        Instant createdAt) {

    static AccountJson of(Account account) {
        return new AccountJson(
                account.id().toString(),
                account.username(),
                account.name(),
                account.email(),
                account.preferences().language(),
                account.preferences().theme(),
                account.createdAt());
    }
}
