package app.charla.ui.shell;

import app.charla.account.IdentityProviders;
import app.charla.account.SecurityAlerts;
import app.charla.account.SecurityEvent;
import app.charla.core.NotFoundException;
import app.charla.ui.Addresses;
import app.charla.ui.component.TimeText;
import app.charla.ui.component.Toast;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The notice of security alerts above every page: one alert at a time, oldest first, until the person says on this device
 * whether it was them. Empty if there is none, but on the page: a live region must be there before it is filled.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SecurityNotice extends Div implements AccountListener {

    private final transient SecurityAlerts alerts;
    private final boolean withPasswords;
    private final SignedIn person = SignedIn.required();

    SecurityNotice(SecurityAlerts alerts, IdentityProviders providers, LiveUpdates updates) {
        this.alerts = alerts;
        this.withPasswords = !providers.isExclusive();
        updates.registerWhileAttached(this);
        addAttachListener(
                attached -> securityAlertsChanged()); // after it was registered, so that nothing falls between
        addClassName("security-notice");
        getElement().setAttribute("role", "status").setAttribute("aria-label", getTranslation("alert.title"));
    }

    @Override
    public void securityAlertsChanged() {
        removeAll();
        List<SecurityEvent> open = alerts.alerts(person.account(), person.session());
        if (!open.isEmpty()) {
            show(open.getFirst(), open.size() - 1);
        }
    }

    private void show(SecurityEvent alert, int more) {
        var name = new Span(getTranslation("alert." + alert.kind()));
        name.addClassName("name");
        var detail = new Span(Stream.of(alert.detail(), alert.address())
                .filter(part -> !part.isBlank())
                .map(part -> part + " · ")
                .collect(Collectors.joining()));
        var hint = new Div(detail, new TimeText(alert.at()));
        hint.addClassName("hint");
        if (more > 0) {
            hint.add(new Span(" · " + getTranslation("alert.more", more)));
        }
        var text = new Div(name, hint);
        text.addClassName("text");
        var mine = new NativeButton(getTranslation("alert.mine"), click -> dismiss(alert));
        mine.addClassNames("button", "secondary");
        var notMine = new NativeButton(getTranslation("alert.notMine"), click -> reject(alert));
        notMine.addClassNames("button", "primary");
        var buttons = new Div(mine, notMine);
        buttons.addClassName("buttons");
        add(text, buttons);
    }

    private void dismiss(SecurityEvent alert) {
        try {
            alerts.dismiss(person.account(), person.session(), alert.id());
        } catch (NotFoundException dismissedInAnotherTab) {
            // it will not be shown again
        }
        securityAlertsChanged();
        getElement().executeJs("(this.querySelector('button') ?? document.querySelector('main.content'))?.focus()");
    }

    private void reject(SecurityEvent alert) {
        boolean ended = false;
        try {
            ended = alerts.reject(person.account(), person.session(), alert.id());
        } catch (NotFoundException dismissedInAnotherTab) {
            // the new password is what matters
        }
        securityAlertsChanged();
        getUI().ifPresent(ui -> {
            ui.navigate(Addresses.settings("security"));
            ui.getPage().executeJs("document.querySelector('input[name=current], input[name=wanted]')?.focus()");
        });
        if (withPasswords) {
            Toast.show(getTranslation(ended ? "alert.rejected.ended" : "alert.rejected"));
        } else if (ended) {
            Toast.show(getTranslation("alert.ended"));
        }
    }
}
