package app.charla.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {

    @ParameterizedTest
    @CsvSource({
        "İbrahim, ibrahim",
        "ıbrahim, ibrahim",
        "IBRAHIM, ibrahim",
        "i\u0307brahim, ibrahim",
        "Straße, STRASSE",
        "ὈΔΥΣΣΕΎΣ, ὀδυσσεύς",
        "ｍarta, marta",
        "mаrta, marta",
        "İİİ, iii",
        "J\u0307an, jan",
        "e\u0301va, Éva"
    })
    void seesLookAlikesAsOne(String one, String other) {
        assertThat(Skeleton.of(one)).isEqualTo(Skeleton.of(other)).isNotEmpty();
    }

    @Test
    void keepsOtherNamesApart() {
        assertThat(Skeleton.of("marta")).isNotEqualTo(Skeleton.of("marto"));
        assertThat(Skeleton.of("ż")).isNotEqualTo(Skeleton.of("z"));
    }

    @Test
    void isEmptyForWhatIsNotSeen() {
        assertThat(Skeleton.of("\u3164\u3164\u3164")).isEmpty();
    }

    @Test
    void dependsOnNoLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(Skeleton.of("IBRAHIM")).isEqualTo(Skeleton.of("ibrahim"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
