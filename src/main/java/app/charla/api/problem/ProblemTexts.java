package app.charla.api.problem;

import app.charla.account.Preferences.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Explains what went wrong in the language of whoever asked. */
@Component
public class ProblemTexts {

    private final MessageSource texts;

    ProblemTexts(MessageSource texts) {
        this.texts = texts;
    }

    /** The language asked for. */
    public static Language language(HttpServletRequest request) {
        return Language.ofAcceptLanguage(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The text of {@code error.<code>}; the code itself where nobody wrote one, since an answer there must be. */
    String explain(HttpServletRequest request, String code, Object... arguments) {
        Locale locale = Locale.of(language(request).tag());
        return Objects.requireNonNullElse(texts.getMessage("error." + code, arguments, code, locale), code);
    }
}
