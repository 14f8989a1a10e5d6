package app.charla.ui.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TileColourTest {

    @Test
    void leavesAColourOnWhichWhiteIsLegible() {
        assertThat(TileColour.of("#5b5bd6")).isEqualTo("#5b5bd6");
        assertThat(TileColour.of("#000000")).isEqualTo("#000000");
    }

    @Test
    void darkensALightOneAndKeepsItsHue() {
        String yellow = TileColour.of("#ffff00");

        assertThat(yellow).isNotEqualTo("#ffff00").matches("#([0-9a-f]{2})\\1" + "00");
        assertThat(TileColour.of(yellow)).isEqualTo(yellow);
    }
}
