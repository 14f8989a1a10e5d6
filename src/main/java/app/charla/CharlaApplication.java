package app.charla;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Charla: a real-time chat in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CharlaApplication {

    public static void main(String[] args) {
        SpringApplication.run(CharlaApplication.class, args);
    }

    /** Ticks in milliseconds, as the databases keep time: what is read back equals what was written. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
