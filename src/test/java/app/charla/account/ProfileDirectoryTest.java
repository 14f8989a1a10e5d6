package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.ServiceTest;
import app.charla.account.Preferences.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ProfileDirectoryTest {

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private AccountService accounts;

    @Test
    void findsPeopleByTheBeginningOfTheirNames() {
        Account ana = register("buscada_1");
        accounts.rename(ana.id(), "Ximena Zubizarreta");
        assertThat(profiles.search(ana.id(), "BUSC", 10)).contains(profiles.getById(ana.id()));
        assertThat(profiles.search(ana.id(), "ximena", 10)).hasSize(1);
        assertThat(profiles.search(ana.id(), "zubiz", 10)).hasSize(1);
        assertThat(profiles.search(ana.id(), "%", 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"munoz", "MUÑOZ", "lukasz", "Łukasz", "ŁUKASZ m", "ｍｕｎｏｚ", "mun\u0303oz"})
    void findsPeopleWhateverTheSpelling(String typed) {
        Account account = register("q" + Integer.toHexString(typed.hashCode()));
        accounts.rename(account.id(), "Łukasz Muñoz");
        assertThat(profiles.search(account.id(), typed, 50)).contains(profiles.getById(account.id()));
    }

    private Account register(String username) {
        return accounts.register(new Registration(username, null, "mimosa-trombone-41", Language.ES), "a");
    }
}
