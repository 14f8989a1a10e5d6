package app.charla;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class CharlaApplication {

    public static void main(String[] args) {
        SpringApplication.run(CharlaApplication.class, args);
    }
}
