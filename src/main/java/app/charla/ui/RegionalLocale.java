package app.charla.ui;

import app.charla.account.Preferences.Language;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormat.HourCycle;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/**
 * The locale of dates and times: the language of the UI with the region of the browser and, if the browser speaks another
 * language, its 12 or 24 hours. {@code frontend/platform/regional-locale.ts} does the same in the page.
 */
public final class RegionalLocale {

    private RegionalLocale() {}

    /** Returns the locale for a language and the first range of an {@code Accept-Language} header. */
    public static Locale of(Language language, @Nullable String acceptLanguage) {
        return of(language, browserLocale(acceptLanguage));
    }

    /** Returns the locale for a language and the browser of the current page. */
    public static Locale current(Language language) {
        VaadinSession session = VaadinSession.getCurrent();
        Locale browser = session == null ? null : session.getBrowser().getLocale();
        return of(language, browser == null ? Locale.ROOT : browser);
    }

    /** Returns the locale for a language and that of a browser; that of the language where the browser names no region. */
    static Locale of(Language language, Locale browser) {
        var own = Texts.localeOf(language);
        if (browser.getLanguage().isEmpty()) {
            return own;
        }
        var regional = new Locale.Builder().setLanguage(own.getLanguage()).setRegion(browser.getCountry());
        if (!browser.getLanguage().equals(own.getLanguage())) {
            regional.setUnicodeLocaleKeyword("hc", hours(browser));
        }
        return regional.build();
    }

    /** Returns a point in time in UTC, with its date, as people of a locale write it. */
    public static String dateTime(Instant moment, Locale locale) {
        var format = DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, ULocale.forLocale(locale));
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format((Object) moment.toEpochMilli());
    }

    private static String hours(Locale browser) {
        var region = new ULocale(browser.getLanguage(), browser.getCountry());
        HourCycle cycle = DateTimePatternGenerator.getInstance(region).getDefaultHourCycle();
        return cycle == HourCycle.HOUR_CYCLE_11 || cycle == HourCycle.HOUR_CYCLE_12 ? "h12" : "h23";
    }

    private static Locale browserLocale(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ROOT;
        }
        try {
            List<LanguageRange> ranges = LanguageRange.parse(acceptLanguage);
            Locale first = Locale.forLanguageTag(ranges.getFirst().getRange());
            return new Locale.Builder()
                    .setLanguage(first.getLanguage())
                    .setRegion(first.getCountry())
                    .build();
        } catch (IllegalArgumentException | IllformedLocaleException malformed) {
            return Locale.ROOT;
        }
    }
}
