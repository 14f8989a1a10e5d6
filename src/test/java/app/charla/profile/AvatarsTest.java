package app.charla.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.AccountService;
import app.charla.account.AvatarChanged;
import app.charla.account.Preferences.Language;
import app.charla.account.ProfileDirectory;
import app.charla.account.Registration;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import app.charla.media.AvatarImage;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Avatars: their visibility, and what of an uploaded file they keep. */
@ServiceTest
@RecordApplicationEvents
class AvatarsTest {

    @Autowired
    private People people;

    @Autowired
    private Avatars avatars;

    @Autowired
    private AccountService accounts;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private DataSource directory;

    private AccountId ana;
    private AccountId ben;

    @BeforeEach
    void setUp() {
        ana = people.person("ana").account();
        ben = people.person("ben").account();
    }

    private static byte[] picture(int width, int height, Color colour, String format) throws IOException {
        boolean transparent = colour.getAlpha() < 255;
        var image = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, colour.getRGB());
            }
        }
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private String change(Color colour) throws IOException {
        return Objects.requireNonNull(
                avatars.change(ana, picture(300, 200, colour, "png")).avatar());
    }

    @Test
    void showsAvatarToMembersOfSharedSpacesOnly() throws IOException {
        String name = change(Color.RED);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(avatars.open(ben, ana, name)));
        assertThat(image.getWidth()).isEqualTo(AvatarImage.SIDE);
        assertThat(image.getHeight()).isEqualTo(AvatarImage.SIDE);
        assertThat(new Color(image.getRGB(128, 128)).getRed()).isGreaterThan(240);
        AccountId stranger = accounts.register(
                        new Registration("far-" + ben.toString().substring(24), null, People.PASSWORD, Language.EN),
                        "test")
                .id();
        assertThatThrownBy(() -> avatars.open(stranger, ana, name)).isInstanceOf(NotFoundException.class);
        assertThat(avatars.open(ana, ana, name)).isNotEmpty();
    }

    @Test
    void givesEachAvatarANewNameAndPublishesChange() throws IOException {
        String first = change(Color.RED);
        String second = change(Color.BLUE);

        assertThat(second).isNotEqualTo(first).matches("[0-9a-f]{32}");
        assertThat(profiles.getById(ana).avatar()).isEqualTo(second);
        assertThatThrownBy(() -> avatars.open(ben, ana, first)).isInstanceOf(NotFoundException.class);
        assertThat(events.stream(AvatarChanged.class)
                        .map(changed -> changed.person().avatar()))
                .containsExactly(first, second);

        avatars.remove(ana);
        assertThat(profiles.getById(ana).avatar()).isNull();
        assertThatThrownBy(() -> avatars.open(ana, ana, second)).isInstanceOf(NotFoundException.class);
        assertThat(storedAvatars()).isZero();
        avatars.remove(ana);
    }

    @Test
    void stripsEverythingButPixels() throws IOException {
        byte[] jpeg = picture(40, 40, Color.GREEN, "jpg");
        byte[] appended = "<script>lives at 40.4,-3.7</script>".getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(jpeg, jpeg.length + appended.length);
        System.arraycopy(appended, 0, file, jpeg.length, appended.length);

        String name = Objects.requireNonNull(avatars.change(ana, file).avatar());
        assertThat(new String(avatars.open(ben, ana, name), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void drawsTransparencyOnWhite() throws IOException {
        String name = Objects.requireNonNull(avatars.change(ana, picture(50, 50, new Color(0, 0, 0, 0), "png"))
                .avatar());

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(avatars.open(ben, ana, name)));
        assertThat(new Color(image.getRGB(100, 100)).getBlue()).isGreaterThan(250);
    }

    @Test
    void rejectsInvalidAndOversizedImages() {
        assertThatThrownBy(() -> avatars.change(ana, "<svg/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> avatars.change(ana, new byte[0])).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> avatars.change(ana, new byte[AvatarImage.MAX_BYTES + 1]))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> avatars.change(ana, picture(65_536, 1, Color.RED, "png")))
                .isInstanceOf(InvalidException.class);
        assertThat(profiles.getById(ana).avatar()).isNull();
    }

    @Test
    void limitsChangesPerHour() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 30; i++) {
                        change(new Color(i, i, i));
                    }
                })
                .isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void deletesAvatarWithTheAccount() throws IOException {
        change(Color.RED);
        assertThat(storedAvatars()).isOne();
        accounts.delete(ana);
        assertThat(storedAvatars()).isZero();
    }

    private int storedAvatars() {
        return Objects.requireNonNull(new JdbcTemplate(directory)
                .queryForObject(
                        "SELECT count(*) FROM avatar WHERE hex(account_id) = ?",
                        Integer.class,
                        ana.toString().replace("-", "").toUpperCase(java.util.Locale.ROOT)));
    }
}
