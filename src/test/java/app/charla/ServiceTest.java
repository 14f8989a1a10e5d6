package app.charla;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test of services on real SQLite files in a folder of its own; in a second round, on a libSQL server. {@code @Tag("once")}
 * keeps a test that is about files or views, or brings a server of its own, out of that round.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("application")
@Tag("server")
@SpringBootTest(
        properties = {
            "charla.storage.data-dir=target/test-data/${random.uuid}",
            "charla.registration.setup-code=" + People.SETUP_CODE,
            "charla.account.limited=false",
            "charla.chat.limited=false",
            "charla.message.limited=false",
            "charla.presence.limited=false",
            "charla.search.limited=false",
            "charla.space.limited=false"
        })
@Import({People.class, Spaces.class})
public @interface ServiceTest {}
