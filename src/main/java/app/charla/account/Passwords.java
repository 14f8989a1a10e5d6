package app.charla.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.charla.account.Preferences.Language;
import app.charla.core.InvalidException;
import app.charla.unicode.StorableText;
import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Password strength checks and hashes (Argon2id). */
@Component
class Passwords {

    static final int MIN_LENGTH = 8;
    static final int MAX_LENGTH = 256;
    private static final int MIN_SCORE = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;
    private static final int ITERATIONS = 2;

    private final PasswordEncoder argon2id;
    private final ObjectProvider<CompromisedPasswordChecker> leaked;
    private final Zxcvbn zxcvbn = zxcvbn();
    private final HashingThreads threads;
    private final String dummyHash;

    Passwords(AccountProperties settings, HashingThreads threads, ObjectProvider<CompromisedPasswordChecker> leaked) {
        this.argon2id =
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, settings.hashMemory(), ITERATIONS);
        this.threads = threads;
        this.leaked = leaked;
        this.dummyHash = Objects.requireNonNull(argon2id.encode("nobody has this password"));
    }

    /**
     * Rejects a password that is easily guessed.
     *
     * @param known texts that an attacker would try first, such as the names of the person
     * @throws InvalidException with advice in the person's language
     */
    void checkStrength(String password, Language language, List<String> known) {
        StorableText.require("password", password);
        if (password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
            throw new InvalidException("password", "password.length", MIN_LENGTH, MAX_LENGTH);
        }
        List<String> guesses =
                known.stream().flatMap(text -> variants(text).stream()).toList();
        for (String variant : variants(password)) {
            var strength = zxcvbn.measure(variant, guesses);
            if (strength.getScore() < MIN_SCORE) {
                throw new InvalidException("password", "password.weak", advice(strength.getFeedback(), language));
            }
        }
    }

    /** The forms of a password, or of a guess at it: itself, and its letters and digits alone, without accents. */
    private static Set<String> variants(String password) {
        String plain = Normalizer.normalize(password, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
        return plain.isEmpty() ? Set.of(password) : new LinkedHashSet<>(List.of(password, plain));
    }

    /** The estimator with its English words and names, and with those of {@code common-passwords-es.txt}. */
    private static Zxcvbn zxcvbn() {
        try (var words = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Passwords.class.getResourceAsStream("common-passwords-es.txt")), UTF_8))) {
            List<String> spanish = words.lines()
                    .flatMap(word -> variants(word).stream())
                    .distinct()
                    .toList();
            return new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new Dictionary("spanish", spanish))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Rejects a password that is easily guessed or known to have leaked elsewhere.
     *
     * @throws InvalidException with advice in the person's language
     */
    void checkStrengthAndLeaks(String password, Language language, List<String> known) {
        checkStrength(password, language, known);
        CompromisedPasswordChecker leaks = leaked.getIfAvailable();
        if (leaks != null && leaks.check(password).isCompromised()) {
            throw new InvalidException("password", "password.leaked");
        }
    }

    private static String advice(com.nulabinc.zxcvbn.Feedback feedback, Language language) {
        var texts = ResourceBundle.getBundle("i18n/passwords", Locale.of(language.tag()));
        var translated = feedback.withResourceBundle(texts);
        var lines = new ArrayList<String>();
        if (!translated.getWarning().isBlank()) {
            lines.add(translated.getWarning());
        }
        lines.addAll(translated.getSuggestions());
        return String.join(" ", lines);
    }

    /**
     * Checks a new password for an existing account, as {@link #checkStrengthAndLeaks}, and returns its hash.
     *
     * @param address the network address of the request, which takes turns with others
     * @throws InvalidException with advice in the language of the owner
     * @throws OverloadedException if no hashing thread is free within five seconds
     */
    String checkAndHash(String password, Account owner, String address) {
        checkStrengthAndLeaks(
                password, owner.preferences().language(), List.of("charla", owner.username(), owner.name()));
        return hash(password, address);
    }

    /**
     * Returns the hash of a password.
     *
     * @param address the network address of the request, which takes turns with others
     * @throws OverloadedException if no hashing thread is free within five seconds
     */
    String hash(String password, String address) {
        return threads.run(
                Client.at(address).network(), () -> Objects.requireNonNull(argon2id.encode(opaque(password))));
    }

    /**
     * Returns whether a password has a hash, which may be from before there was one form of a password. Computes it in the
     * caller's thread, which is a hashing thread.
     */
    boolean matches(String password, String hash) {
        String opaque = opaque(password);
        return argon2id.matches(opaque, hash) || (!opaque.equals(password) && argon2id.matches(password, hash));
    }

    /**
     * Returns the form of a password that is hashed, the same from every keyboard: composed, with simple blanks.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8265#section-4.2">RFC 8265, section 4.2 (OpaqueString)</a>
     */
    private static String opaque(String password) {
        return Normalizer.normalize(password.replaceAll("\\p{Zs}", " "), Normalizer.Form.NFC);
    }

    /** A hash to compare with where there is no account, so that it takes the same time. */
    String dummyHash() {
        return dummyHash;
    }
}
