package app.charla.ui.space;

import app.charla.account.Administrators;
import app.charla.account.ProfileDirectory;
import app.charla.account.Reauthentication;
import app.charla.account.RegistrationPolicy;
import app.charla.account.WaitingAccounts;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;

/** Panels of instance administrators in the settings of the home space. */
@org.springframework.stereotype.Component
class AdministrationPanels {

    private final Administrators administrators;
    private final RegistrationPolicy policy;
    private final WaitingAccounts waiting;
    private final Reauthentication reauthentication;
    private final ProfileDirectory profiles;

    AdministrationPanels(
            Administrators administrators,
            RegistrationPolicy policy,
            WaitingAccounts waiting,
            Reauthentication reauthentication,
            ProfileDirectory profiles) {
        this.administrators = administrators;
        this.policy = policy;
        this.waiting = waiting;
        this.reauthentication = reauthentication;
        this.profiles = profiles;
    }

    /** Returns the panels by the keys of their titles, in order; none for people who are no administrators. */
    Map<String, Component> panels(SignedIn person) {
        var panels = new LinkedHashMap<String, Component>();
        if (administrators.isAdministrator(person.account())) {
            panels.put("administration.registration", new RegistrationPanel(person.account(), policy));
            panels.put("administration.waiting", new WaitingPanel(person.account(), waiting));
            panels.put(
                    "administration.administrators",
                    new AdministratorsPanel(person, administrators, reauthentication, profiles));
        }
        return panels;
    }
}
