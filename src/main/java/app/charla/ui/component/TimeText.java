package app.charla.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** Point in time as text, in the language and time zone of the person, which may be those of the browser. */
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
                        getLocale().toLanguageTag(),
                        (double) milliseconds);
    }
}
