package app.charla.api.problem;

import app.charla.account.Preferences.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Texts of problems, in the language of the request. */
@Component
public class ProblemTexts {

    private final MessageSource texts;

    ProblemTexts(MessageSource texts) {
        this.texts = texts;
    }

    /** Returns the language of {@code Accept-Language}. */
    public static Language language(HttpServletRequest request) {
        return Language.ofAcceptLanguage(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Returns the text of {@code error.<code>}, or the code itself if a text is missing. */
    String explain(HttpServletRequest request, String code, Object... arguments) {
        Locale locale = Locale.of(language(request).tag());
        return Objects.requireNonNullElse(texts.getMessage("error." + code, arguments, code, locale), code);
    }
}
