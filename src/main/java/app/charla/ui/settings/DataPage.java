package app.charla.ui.settings;

import app.charla.account.Reauthentication;
import app.charla.personaldata.AccountDeletion;
import app.charla.personaldata.DataExports;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.SignOut;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Settings page of personal data: export and account deletion. */
@Route(value = DataPage.NAME, layout = SettingsFrame.class)
@PermitAll
class DataPage extends SettingsPage {

    static final String NAME = "data";

    DataPage(DataExports exports, AccountDeletion deletion, Reauthentication reauthentication, SignOut signOut) {
        super(NAME);
        SignedIn person = SignedIn.required();
        add(new ExportSection(exports, person), new DeletionSection(deletion, reauthentication, signOut, person));
    }
}
