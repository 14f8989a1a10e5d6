package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.AppearanceSettings.Density;
import app.charla.account.AppearanceSettings.TextSize;
import app.charla.account.AppearanceSettings.Theme;
import app.charla.account.Preferences.Language;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServiceTest
@RecordApplicationEvents
class PreferencesTest {

    private static final int UPDATES = 100;

    @Autowired
    private People people;

    @Autowired
    private AccountService accounts;

    @Autowired
    private ApplicationEvents events;

    @Test
    void areSavedAndPublished() {
        Actor ana = people.person("ana");
        assertThat(accounts.account(ana.account()).preferences()).isEqualTo(Preferences.defaults(Language.EN));
        var updated = new Preferences(
                Language.ES,
                "Pacific/Auckland",
                false,
                new AppearanceSettings(Theme.CONTRAST, "#C0392B", TextSize.LARGE, Density.COMPACT, false));

        assertThat(accounts.updatePreferences(ana.account(), updated).preferences())
                .isEqualTo(updated);

        Preferences saved = accounts.account(ana.account()).preferences();
        assertThat(saved).isEqualTo(updated);
        assertThat(saved.look().accent()).isEqualTo("#c0392b");
        assertThat(events.stream(PreferencesChanged.class)).containsExactly(new PreferencesChanged(ana.account()));
    }

    @Test
    void areUpdatedWhileTheAccountIsRenamed() throws Exception {
        AccountId ana = people.person("ana").account();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> updates = threads.submit(() -> {
                for (int i = 0; i < UPDATES; i++) {
                    accounts.updatePreferences(ana, Preferences.defaults(i % 2 == 0 ? Language.EN : Language.ES));
                }
            });
            for (int i = 0; i < UPDATES; i++) {
                accounts.rename(ana, "Ana " + i);
            }
            updates.get();
        }
        assertThat(accounts.account(ana).name()).isEqualTo("Ana " + (UPDATES - 1));
        assertThat(accounts.account(ana).preferences().language()).isEqualTo(Language.ES);
    }

    @Test
    void rejectUnknownTimeZonesAccentsAndAccounts() {
        Actor ana = people.person("ana");
        assertThatThrownBy(() -> new Preferences(Language.EN, "Moon/Tycho", true, AppearanceSettings.DEFAULT))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> AppearanceSettings.DEFAULT.withAccent("red;}")).isInstanceOf(InvalidException.class);
        accounts.delete(ana.account());

        assertThatThrownBy(() -> accounts.updatePreferences(ana.account(), Preferences.defaults(Language.EN)))
                .isInstanceOf(NotFoundException.class);
    }
}
