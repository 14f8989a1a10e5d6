package app.charla.api.json;

import app.charla.account.Account;
import app.charla.account.AppearanceSettings;
import app.charla.account.Preferences;
import app.charla.account.Preferences.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account with its private settings, for its owner. */
public record AccountJson(
        String id,
        String username,
        String name,
        @Nullable String avatar,
        @Nullable String email,
        Language language,
        AppearanceSettings.Theme theme,
        @Nullable String accent,
        AppearanceSettings.TextSize textSize,
        AppearanceSettings.Density density,
        boolean spaceColors,
        @Nullable String timeZone,
        boolean sounds,
        Instant createdAt) {

    public static AccountJson of(Account account) {
        Preferences preferences = account.preferences();
        AppearanceSettings appearance = preferences.look();
        return new AccountJson(
                account.id().toString(),
                account.username(),
                account.name(),
                PersonJson.avatarPath(account.profile()),
                account.email(),
                preferences.language(),
                appearance.theme(),
                appearance.accent(),
                appearance.textSize(),
                appearance.density(),
                appearance.spaceColors(),
                preferences.timeZone(),
                preferences.sounds(),
                account.createdAt());
    }
}
