package app.charla.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.chat.NotificationSetting.NotificationLevel;
import app.charla.notification.NotificationRule.Cause;
import app.charla.notification.NotificationRule.Facts;
import app.charla.notification.NotificationRule.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationRuleTest {

    /** Which causes each level lets through, at leisure, as the product says. */
    private static final Map<NotificationLevel, String> WANTED = Map.of(
            NotificationLevel.ALL, "PRIVATE_MESSAGE MENTION REPLY MESSAGE",
            NotificationLevel.MENTIONS, "PRIVATE_MESSAGE MENTION REPLY",
            NotificationLevel.NOTHING, "");

    private static final boolean[] EITHER = {false, true};
    private static final int[] AGES = {0, 1_999, 2_000, 7_999, 8_000, 11_999, 12_000, 600_000};

    /** Cause × level × presence × read × deletion × block × do-not-disturb × quiet hours × age of the message. */
    @Test
    void decidesEveryCombination() {
        int told = 0;
        List<Facts> all = combinations();
        for (Facts facts : all) {
            Outcome outcome = NotificationRule.decide(facts);
            assertThat(outcome).as("%s", facts).isEqualTo(expected(facts));
            told += outcome == Outcome.TELL ? 1 : 0;
        }
        assertThat(all).hasSize(4 * 3 * 2 * 2 * AGES.length * 32);
        assertThat(told).isEqualTo(7 * told(AGES)); // four causes at level all, three at mentions
    }

    /** Of one cause that is wanted: how many combinations of presence, kind of chat and age are told. */
    private static int told(int... ages) {
        int told = 0;
        for (int age : ages) {
            told += age >= 2_000 ? 2 : 0; // absent, whatever the chat
            told += age >= 8_000 ? 1 : 0;
            told += age >= 12_000 ? 1 : 0;
        }
        return told;
    }

    private static Outcome expected(Facts facts) {
        boolean wanted = List.of(WANTED.get(facts.level()).split(" "))
                .contains(facts.cause().name());
        if (!wanted || facts.read() || facts.deleted() || facts.blocked() || facts.doNotDisturb()) {
            return Outcome.NOTHING;
        }
        int wait = facts.active() ? (facts.gathered() ? 12_000 : 8_000) : 2_000;
        if (facts.age().toMillis() < wait) {
            return Outcome.WAIT;
        }
        return facts.quiet() ? Outcome.HOLD : Outcome.TELL;
    }

    private static List<Facts> combinations() {
        var all = new ArrayList<Facts>();
        for (Cause cause : Cause.values()) {
            for (NotificationLevel level : NotificationLevel.values()) {
                for (boolean active : EITHER) {
                    for (boolean gathered : EITHER) {
                        for (int age : AGES) {
                            for (int bits = 0; bits < 32; bits++) {
                                all.add(new Facts(
                                        cause,
                                        level,
                                        active,
                                        gathered,
                                        Duration.ofMillis(age),
                                        (bits & 1) != 0,
                                        (bits & 2) != 0,
                                        (bits & 4) != 0,
                                        (bits & 8) != 0,
                                        (bits & 16) != 0));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PRIVATE_MESSAGE, ALL,      false, 2,  false, TELL
            PRIVATE_MESSAGE, MENTIONS, false, 2,  false, TELL
            PRIVATE_MESSAGE, NOTHING,  false, 60, false, NOTHING
            PRIVATE_MESSAGE, ALL,      false, 1,  false, WAIT
            PRIVATE_MESSAGE, ALL,      true,  7,  false, WAIT
            PRIVATE_MESSAGE, ALL,      true,  8,  false, TELL
            MENTION,         MENTIONS, false, 2,  false, TELL
            MENTION,         MENTIONS, false, 2,  true,  HOLD
            REPLY,           MENTIONS, false, 2,  false, TELL
            MESSAGE,         MENTIONS, false, 60, false, NOTHING
            MESSAGE,         ALL,      false, 2,  false, TELL
            MESSAGE,         ALL,      true,  2,  true,  WAIT
            """)
    void decidesAsTheProductSays(
            Cause cause, NotificationLevel level, boolean active, int seconds, boolean quiet, Outcome outcome) {
        var facts =
                new Facts(cause, level, active, false, Duration.ofSeconds(seconds), false, false, false, false, quiet);
        assertThat(NotificationRule.decide(facts)).isEqualTo(outcome);
    }
}
