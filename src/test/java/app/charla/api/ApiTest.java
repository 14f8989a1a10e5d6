package app.charla.api;

import app.charla.People;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** A test over HTTP, against the whole application with real files. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("application")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
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
@Import({ApiClients.class, MappedPaths.class})
@interface ApiTest {}
