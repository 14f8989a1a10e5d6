package app.charla.account;

import app.charla.core.InvalidException;
import app.charla.unicode.FoldedText;
import app.charla.unicode.StorableText;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Generator of usernames that are free. */
@Component
public class UsernameGenerator {

    private static final int MAX_STEM_LENGTH = 26;
    private static final String FALLBACK_USERNAME = "guest";

    private final AccountRepository accounts;

    UsernameGenerator(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** The text as a username, if it is valid. */
    static Optional<Username> parse(String text) {
        try {
            return Optional.of(Username.of(text));
        } catch (InvalidException unusable) {
            return Optional.empty();
        }
    }

    boolean isFree(Username username) {
        return !accounts.existsBySkeleton(username.skeleton());
    }

    /** Appends the first number from 2 on that makes the username free. */
    Username withNumber(String username) {
        String stem = username.length() > MAX_STEM_LENGTH ? FALLBACK_USERNAME : username;
        for (int number = 2; ; number++) {
            Username candidate = Username.of(stem + "-" + number);
            if (isFree(candidate)) {
                return candidate;
            }
        }
    }

    /** Returns a free username, as close as can be to the username, e-mail or name at the provider. */
    Username propose(ExternalIdentity identity) {
        Username preferred = Stream.of(identity.username(), identity.email(), identity.name())
                .flatMap(Stream::ofNullable)
                .map(UsernameGenerator::sanitized)
                .flatMap(text -> parse(text).stream())
                .findFirst()
                .orElseGet(() -> Username.of(FALLBACK_USERNAME));
        return isFree(preferred) ? preferred : withNumber(preferred.text());
    }

    /**
     * Returns a free username for a display name: its words in small letters without accents, joined by dots.
     *
     * @return empty if no username can be made of it
     */
    public Optional<String> propose(String name) {
        String stem = sanitized(
                FoldedText.words(StorableText.isStorable(name) ? name : "").strip());
        return parse(stem)
                .filter(this::isFree)
                .or(() -> parse(stem + "-2").map(numbered -> isFree(numbered) ? numbered : withNumber(stem)))
                .map(Username::text);
    }

    /** The local part of an e-mail or the whole text, with dots for characters that a username cannot have. */
    private static String sanitized(String text) {
        String local = text.indexOf('@') > 0 ? text.substring(0, text.indexOf('@')) : text;
        String allowed = local.replaceAll("[^\\p{L}\\p{M}\\p{N}_-]+", ".");
        String cut = allowed.codePointCount(0, allowed.length()) > MAX_STEM_LENGTH
                ? allowed.substring(0, allowed.offsetByCodePoints(0, MAX_STEM_LENGTH))
                : allowed;
        return cut.replaceAll("^[^\\p{L}\\p{N}]+|[._-]+$", "");
    }
}
