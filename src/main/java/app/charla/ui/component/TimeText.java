package app.charla.ui.component;

import app.charla.account.Preferences.Language;
import app.charla.ui.RegionalLocale;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** Point in time as text, in the person's language and time zone and the habits of the browser's region. */
public class TimeText extends Span {

    private final long milliseconds;

    public TimeText(Instant moment) {
        this.milliseconds = moment.toEpochMilli();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement()
                .executeJs(
                        "this.textContent = new Intl.DateTimeFormat($0, {dateStyle: 'medium', timeStyle: 'short',"
                                + " timeZone: document.documentElement.dataset.timeZone}).format(new Date($1))",
                        RegionalLocale.current(Language.ofTag(getLocale().getLanguage()))
                                .toLanguageTag(),
                        (double) milliseconds);
    }
}
