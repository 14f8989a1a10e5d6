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

    /**
     * Minimum number of carrier threads. A request pins its carrier while a database works for it, as SQLite is native
     * code: with no more carriers than cores, two long searches would stop everybody; many more than cores slow each
     * other down (decision 030).
     */
    private static final int MIN_CARRIERS = 4;

    public static void main(String[] args) {
        int carriers = Math.max(MIN_CARRIERS, Runtime.getRuntime().availableProcessors());
        System.getProperties().putIfAbsent("jdk.virtualThreadScheduler.parallelism", String.valueOf(carriers));
        SpringApplication.run(CharlaApplication.class, args);
    }

    /** Clock that ticks in milliseconds, as the databases store time: what is read back equals what was written. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
