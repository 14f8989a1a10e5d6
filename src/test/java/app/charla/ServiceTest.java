package app.charla;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test of services on real SQLite files in a folder of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "charla.storage.data-dir=target/test-data/${random.uuid}",
            "charla.account.limited=false",
            "charla.message.limited=false",
            "charla.search.limited=false",
            "charla.space.limited=false"
        })
@Import({People.class, Spaces.class})
public @interface ServiceTest {}
