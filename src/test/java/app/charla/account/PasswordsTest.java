package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.account.Preferences.Language;
import app.charla.core.InvalidException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTest {

    private static final AccountProperties DEFAULTS =
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("charla.account", AccountProperties.class);

    private final HashingThreads threads = new HashingThreads(DEFAULTS);
    private final Passwords passwords = new Passwords(
            DEFAULTS, threads, new StaticListableBeanFactory().getBeanProvider(CompromisedPasswordChecker.class));

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void comparesPasswordsInOneForm() {
        String composed = "contrase\u00F1a y caf\u00E9 41";
        String decomposed = "contrasen\u0303a\u00A0y\u3000cafe\u0301 41";
        assertThat(passwords.matches(decomposed, passwords.hash(composed, ""))).isTrue();
        assertThat(passwords.matches(composed, passwords.hash(decomposed, ""))).isTrue();
        assertThat(passwords.matches("contrasena y cafe 41", passwords.hash(composed, "")))
                .isFalse();
        assertThat(passwords.matches(composed.toUpperCase(Locale.ROOT), passwords.hash(composed, "")))
                .isFalse();
        assertThat(passwords.matches("ＡＢＣ", passwords.hash("ABC", "")))
                .as("width counts")
                .isFalse();
    }

    @Test
    void verifiesHashesFromBeforeThatForm() {
        String decomposed = "contrasen\u0303a 41";
        String old = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(decomposed);
        assertThat(passwords.matches(decomposed, old)).isTrue();
        assertThat(passwords.matches("contrasen\u0303a 42", old)).isFalse();
    }

    @Test
    void rejectsHalvesOfCharacters() {
        assertThatThrownBy(() -> passwords.checkStrength("mimosa-trombone-\uD83D-41", Language.ES, List.of()))
                .isInstanceOf(InvalidException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contraseña",
                "contrasena",
                "Contraseña1",
                "clave123",
                "teamo123",
                "te amo 123",
                "charla charla",
                "charla2026",
                "Ch4rl4123",
                "micontraseña",
                "realmadrid",
                "josemaria",
                "Alejandro1",
                "guadalupe",
                "mariposa1",
                "asdfghjklñ",
                "qwertyuiop",
                "1q2w3e4r",
                "zaq12wsx",
                "c.l.a.v.e.1",
                "password1",
                "septiembre"
            })
    void rejectsWhatIsGuessedFirst(String password) {
        assertThatThrownBy(() -> passwords.checkStrength(password, Language.ES, List.of("charla", "ana")))
                .isInstanceOf(InvalidException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mimosa-trombone-41", "violet-canyon-77", "caballo grapa correcto lluvia", "t7#Kq9!zWp2"})
    void acceptsWhatIsNot(String password) {
        passwords.checkStrength(password, Language.ES, List.of("charla", "ana"));
    }

    @Test
    void hashesWithArgon2idIn16MebibytesUnlessToldOtherwise() {
        String hash = passwords.hash("mimosa-trombone-41", "a");

        assertThat(hash).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
    }
}
