package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Proving who one is without a password, or by more than one, before and after a restart. */
@TestMethodOrder(OrderAnnotation.class)
class ProvingIT extends BrowserTest {

    private static final Pattern HOME = Pattern.compile(".*/s/home");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Override
    RunningCharla server() {
        return ownServer(Map.of()); // restarts, and has an owner whom a test knows
    }

    @Test
    void signsInByPasskeyWithoutAUsername() {
        Person ana = person("ana").register();
        CDPSession devices = authenticator(ana);
        ana.page().navigate("/settings/security");
        ana.button("Add passkey").click();
        assertThat(ana.page().getByText("Passkey 1", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        ana.page().navigate("about:blank"); // a page that meets a new server loads itself anew, amid what comes next
        charla().stop();
        charla().start();
        leave(ana);
        ana.button("Sign in with a passkey").click();
        ana.page().waitForURL(HOME);

        ana.page().navigate("/settings/security");
        ana.button("Remove passkey Passkey 1").click();
        assertThat(ana.page().getByText("Passkey 1", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        leave(ana);
        ana.button("Sign in with a passkey").click();
        assertThat(ana.page().locator(".form-message")).hasText("This server doesn’t know that passkey.");
        devices.detach();
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void namesPasskeysAndReauthenticatesWithThem() {
        Person ana = person("ana").register();
        CDPSession devices = authenticator(ana);
        ana.page().navigate("/settings/security");
        ana.button("Add passkey").click();
        ana.button("Rename passkey Passkey 1").click();
        ana.page().locator("#field-passkey-name").fill("Phone");
        ana.button("Save").last().click();
        assertThat(ana.button("Remove passkey Phone")).isVisible();

        charla().letProofsGrowOld();
        ana.button("Remove passkey Phone").click();
        assertThat(ana.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Confirm it’s you")))
                .isVisible();
        ana.button("Use a passkey").click();
        assertThat(ana.button("Remove passkey Phone")).hasCount(0);
        devices.detach();
        assertThat(ana.complaints()).isEmpty();
    }

    /** The first account owns the home space. */
    @Test
    @Order(1)
    void resetsAPasswordByAnOwnersLinkOnce() {
        Person owner = person("owner").register();
        Person ben = person("ben").register();
        owner.page().navigate("/s/home/settings");
        owner.button("Actions for " + ben.username()).click();
        owner.button("Password reset link").click();
        Locator link = owner.page().locator("charla-copy-link input");
        assertThat(link).hasValue(Pattern.compile(".*/reset/.+"));

        ben.forgetSession();
        ben.page().navigate(link.inputValue());
        assertThat(ben.page().getByText("For the account @" + ben.username())).isVisible();
        ben.page().locator("#field-password").fill("violet-canyon-77");
        ben.page().locator("button[type=submit]").click();
        assertThat(ben.page().locator(".form-message")).hasText("Password changed. Sign in with the new one.");
        ben.signIn("violet-canyon-77");
        ben.page().waitForURL(HOME);

        ben.forgetSession();
        ben.page().navigate(link.inputValue());
        assertThat(ben.page().getByText("This link has expired or has already been used."))
                .isVisible();
        assertThat(ben.complaints()).isEmpty();
    }

    @Test
    void signsInByCodeAndByRecoveryCode() {
        Person ana = person("ana").register();
        ana.page().navigate("/settings/security");
        ana.button("Set up").click();
        String secret = ana.page().locator("code.secret").textContent().replace(" ", "");
        ana.page().locator("#field-code").fill(code(secret, 0));
        ana.button("Confirm").click();
        assertThat(ana.page().locator(".recovery-codes code")).hasCount(10);
        List<String> codes = ana.page().locator(".recovery-codes code").allTextContents();

        charla().stop();
        charla().start();
        leave(ana);
        ana.signIn(Person.PASSWORD);
        ana.page().waitForURL(Pattern.compile(".*/login/code"));
        String used = code(secret, 1);
        enter(ana, used);
        ana.page().waitForURL(HOME);

        leave(ana);
        ana.signIn(Person.PASSWORD);
        enter(ana, used);
        assertThat(ana.page().locator("#complaint-code")).containsText("already used");
        enter(ana, codes.getFirst());
        ana.page().waitForURL(HOME);
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void requiresThePasswordBeforeTheCode() {
        Person eva = person("eva");
        eva.page().navigate("/login/code");
        eva.page().waitForURL(Pattern.compile(".*/login"));
    }

    private static void enter(Person person, String code) {
        person.page().locator("#field-code").fill(code);
        person.page().locator("button[type=submit]").click();
    }

    private static void leave(Person person) {
        person.forgetSession();
        person.page().navigate("/login");
        assertThat(person.page().locator("#field-password")).isVisible();
    }

    /** A device with a finger on it. */
    private static CDPSession authenticator(Person person) {
        CDPSession devices = person.page().context().newCDPSession(person.page());
        devices.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);
        return devices;
    }

    /** Returns the code of an authenticator app, the given number of half minutes ahead. */
    private static String code(String key, int ahead) {
        var secret = ByteBuffer.allocate(20);
        long buffer = 0;
        int bits = 0;
        for (char letter : key.replace(" ", "").toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                secret.put((byte) (buffer >> bits));
            }
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.array(), "HmacSHA1"));
            long step = java.time.Instant.now().getEpochSecond() / 30 + ahead;
            byte[] digest = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(digest).getInt(digest[19] & 15) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
