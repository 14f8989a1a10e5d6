package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A short run of the fuzzer; {@link RequestFuzzer} as a program makes long ones. */
@ApiTest
class FuzzTest {

    private static final long SEED = 20_261_130;
    private static final int REQUESTS = 1_000;

    @Autowired
    private ApiClients apiClients;

    @Test
    void noRequestIsAnsweredWithAServerErrorOrOtherwiseThanDocumented() {
        RequestFuzzer.Report report = new RequestFuzzer(apiClients.stranger(), SEED).run(REQUESTS);

        assertThat(report.failures()).isEmpty();
        assertThat(report.statuses()).containsKeys(200, 201, 204, 404, 422);
    }
}
