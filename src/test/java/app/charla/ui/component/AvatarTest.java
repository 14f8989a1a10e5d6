package app.charla.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvatarTest {

    @ParameterizedTest
    @CsvSource({"Ana Torres,AT", "ana,AN", "María del Mar Ríos,MR", "Ø,Ø", "'  ',?", "𝒜na,𝒜N"})
    void takesInitialsFromFirstAndLastWord(String name, String initials) {
        assertThat(Avatar.initials(name)).isEqualTo(initials);
    }

    /** The numbers are what {@code people/avatar.ts} answers. */
    @Test
    void colourFollowsFromTheIdAsInTheBrowser() {
        assertThat(Avatar.colour("0190f4f4-0000-7000-8000-000000000000")).isEqualTo(0);
        assertThat(Avatar.colour("ana")).isEqualTo(1);
    }
}
