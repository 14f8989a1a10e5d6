package app.charla.api.account;

import app.charla.account.AccountService;
import app.charla.account.AppearanceSettings;
import app.charla.account.Preferences;
import app.charla.account.Preferences.Language;
import app.charla.account.Session;
import app.charla.api.json.AccountJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The caller's account and preferences. */
@RestController
@RequestMapping("/v1/api/me")
class MeController {

    private final AccountService accounts;

    MeController(AccountService accounts) {
        this.accounts = accounts;
    }

    /** A partial update of name and preferences: absent fields stay. A blank accent or time zone restores the default. */
    record AccountChange(
            @Schema(minLength = 1, maxLength = AccountService.MAX_NAME_LENGTH) @Nullable
            String name,

            @Nullable Language language,
            AppearanceSettings.@Nullable Theme theme,

            @Schema(pattern = "^\\s*$|^" + AppearanceSettings.COLOR_PATTERN + "$") @Nullable
            String accent,

            AppearanceSettings.@Nullable TextSize textSize,
            AppearanceSettings.@Nullable Density density,
            @Nullable Boolean spaceColors,
            @Nullable String timeZone,
            @Nullable Boolean sounds) {

        Preferences applyTo(Preferences present) {
            AppearanceSettings appearance = present.look();
            return new Preferences(
                    Objects.requireNonNullElse(language, present.language()),
                    orDefault(timeZone, present.timeZone()),
                    Objects.requireNonNullElse(sounds, present.sounds()),
                    new AppearanceSettings(
                            Objects.requireNonNullElse(theme, appearance.theme()),
                            orDefault(accent, appearance.accent()),
                            Objects.requireNonNullElse(textSize, appearance.textSize()),
                            Objects.requireNonNullElse(density, appearance.density()),
                            Objects.requireNonNullElse(spaceColors, appearance.spaceColors())));
        }

        private static @Nullable String orDefault(@Nullable String wanted, @Nullable String present) {
            if (wanted == null) {
                return present;
            }
            return wanted.isBlank() ? null : wanted;
        }
    }

    @GetMapping
    AccountJson me(Session session) {
        return AccountJson.of(accounts.account(session.account()));
    }

    @RequestMapping(method = {RequestMethod.PUT, RequestMethod.PATCH})
    AccountJson change(Session session, @RequestBody AccountChange change) {
        return AccountJson.of(accounts.change(session.account(), change.name(), change::applyTo));
    }
}
