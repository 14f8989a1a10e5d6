package app.charla;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.ObjectUtils;

/**
 * A message source of ICU patterns, whose plurals follow the rules of each language: <code>{0, plural, one {# file} other
 * {# files}}</code>. A text that is requested without arguments is returned as it stands, with its placeholders; the page
 * fills those in ({@code frontend/platform/message-format.ts}).
 */
final class IcuMessageSource extends ResourceBundleMessageSource {

    private record Pattern(String text, String language) {}

    /** The parsed patterns, as many as the bundles have; a format is not safe for several threads, so each use clones one. */
    private final Map<Pattern, MessageFormat> formats = new ConcurrentHashMap<>();

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        String text = super.getMessageInternal(code, null, locale);
        if (text == null || locale == null || ObjectUtils.isEmpty(arguments)) {
            return text;
        }
        MessageFormat parsed = formats.computeIfAbsent(
                new Pattern(text, locale.getLanguage()),
                pattern -> new MessageFormat(pattern.text(), Locale.of(pattern.language())));
        return ((MessageFormat) parsed.clone()).format(arguments);
    }
}
