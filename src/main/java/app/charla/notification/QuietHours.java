package app.charla.notification;

import app.charla.core.InvalidException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Quiet hours: on some days of the week no notification arrives from one time of day to another, after midnight if that is
 * the earlier one.
 *
 * @param days the days on which they begin; empty for none
 * @param from to the minute
 * @param to to the minute, not the same as {@code from}
 */
public record QuietHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    /** No quiet hours. */
    public static final QuietHours NONE = new QuietHours(Set.of(), LocalTime.of(22, 0), LocalTime.of(7, 0));

    /** @throws InvalidException if the two times are the same or have seconds */
    public QuietHours {
        days = Set.copyOf(days);
        if (from.equals(to) || !isToTheMinute(from) || !isToTheMinute(to)) {
            throw new InvalidException("quietHours", "quiet.times");
        }
    }

    private static boolean isToTheMinute(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Returns when the quiet hours end that are at a time; null if there are none then. */
    public @Nullable Instant endAt(Instant time, ZoneId zone) {
        LocalDate today = time.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(day -> days.contains(day.getDayOfWeek()))
                .filter(day -> !time.isBefore(instant(day, from, zone)))
                .map(day -> instant(from.isBefore(to) ? day : day.plusDays(1), to, zone))
                .filter(time::isBefore)
                .findFirst()
                .orElse(null);
    }

    private static Instant instant(LocalDate day, LocalTime at, ZoneId zone) {
        return day.atTime(at).atZone(zone).toInstant();
    }

    /** The days as bits, Monday is 1. */
    int dayBits() {
        return days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
    }

    static QuietHours of(int dayBits, int fromMinute, int toMinute) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((dayBits >> (day.getValue() - 1) & 1) == 1) {
                days.add(day);
            }
        }
        return new QuietHours(days, LocalTime.ofSecondOfDay(fromMinute * 60L), LocalTime.ofSecondOfDay(toMinute * 60L));
    }
}
