package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;

class PasswordsTest {

    @Test
    void hashesWithArgon2idIn16MebibytesUnlessToldOtherwise() {
        var defaults = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("charla.account", AccountProperties.class);
        var none = new StaticListableBeanFactory().getBeanProvider(CompromisedPasswordChecker.class);
        var passwords = new Passwords(defaults, none);

        String hash = passwords.hash("mimosa-trombone-41");
        passwords.close();

        assertThat(hash).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
    }
}
