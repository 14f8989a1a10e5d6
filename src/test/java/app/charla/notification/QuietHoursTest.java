package app.charla.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.core.InvalidException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final QuietHours NIGHTS =
            new QuietHours(Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.of(7, 30));

    /** 2026-11-27 is a Friday; Madrid is an hour ahead of UTC in winter. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-27T20:59:59Z,
            2026-11-27T21:00:00Z, 2026-11-28T06:30:00Z
            2026-11-28T00:00:00Z, 2026-11-28T06:30:00Z
            2026-11-28T06:29:59Z, 2026-11-28T06:30:00Z
            2026-11-28T06:30:00Z,
            2026-11-28T21:00:00Z, 2026-11-29T06:30:00Z
            2026-11-29T21:00:00Z,
            2026-11-27T02:00:00Z,
            """)
    void endWhereTheyDoInThePersonsTimeZone(Instant time, @Nullable Instant end) {
        assertThat(NIGHTS.endAt(time, MADRID)).isEqualTo(end);
    }

    @Test
    void lastLongerInTheNightWhenClocksAreSetBack() {
        Instant evening = Instant.parse("2026-10-24T20:00:00Z"); // a Saturday, 22:00 in summer time
        assertThat(NIGHTS.endAt(evening, MADRID)).isEqualTo("2026-10-25T06:30:00Z");
    }

    @Test
    void mayBeWithinADay() {
        var siesta = new QuietHours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(15, 0), LocalTime.of(17, 0));
        assertThat(siesta.endAt(Instant.parse("2026-11-27T15:00:00Z"), MADRID)).isEqualTo("2026-11-27T16:00:00Z");
        assertThat(siesta.endAt(Instant.parse("2026-11-27T16:00:00Z"), MADRID)).isNull();
    }

    @Test
    void areKeptAsNumbers() {
        assertThat(QuietHours.of(NIGHTS.dayBits(), 22 * 60, 7 * 60 + 30)).isEqualTo(NIGHTS);
        assertThat(QuietHours.NONE.dayBits()).isZero();
    }

    @Test
    void neverLastAWholeDay() {
        assertThatThrownBy(() -> new QuietHours(Set.of(), LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(InvalidException.class);
    }
}
