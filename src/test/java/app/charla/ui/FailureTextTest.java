package app.charla.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.core.NotFoundException;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    @Test
    void knowsTheFailureOfAServiceBehindACallOfThePage() {
        var call = new RuntimeException(new NotFoundException());

        assertThat(FailureText.expected(call)).isTrue();
        assertThat(FailureText.expected(new RuntimeException("fault"))).isFalse();
        assertThat(FailureText.expected(new RuntimeException(new IllegalStateException("fault"))))
                .isFalse();
    }
}
