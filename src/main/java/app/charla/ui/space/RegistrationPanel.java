package app.charla.ui.space;

import app.charla.account.RegistrationMode;
import app.charla.account.RegistrationPolicy;
import app.charla.account.RegistrationRules;
import app.charla.account.RegistrationRules.Inviters;
import app.charla.core.AccountId;
import app.charla.ui.component.Form;
import app.charla.ui.component.SelectField;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who may register on this server. */
class RegistrationPanel extends Composite<Form> {

    private static final String MODE = "registration-mode";
    private static final String INVITERS = "registration-inviters";

    private final AccountId administrator;
    private final transient RegistrationPolicy policy;
    private final SelectField mode;
    private final SelectField inviters;

    RegistrationPanel(AccountId administrator, RegistrationPolicy policy) {
        this.administrator = administrator;
        this.policy = policy;
        this.mode =
                new SelectField(MODE, getTranslation("administration.mode"), texts(RegistrationMode.values(), "mode"));
        this.inviters = new SelectField(
                INVITERS, getTranslation("administration.inviters"), texts(Inviters.values(), "inviters"));
        inviters.hint(getTranslation("administration.inviters.hint"));
        RegistrationRules rules = policy.rules();
        mode.select(rules.mode().name());
        inviters.select(rules.inviters().name());
    }

    private Map<String, String> texts(Enum<?>[] values, String key) {
        var texts = new LinkedHashMap<String, String>();
        Arrays.stream(values)
                .forEach(
                        value -> texts.put(value.name(), getTranslation("administration." + key + "." + value.name())));
        return texts;
    }

    @Override
    protected Form initContent() {
        var save = new NativeButton(getTranslation("settings.save"));
        save.getElement().setAttribute("type", "submit");
        save.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("fields");
        form.add(mode, inviters, save);
        form.onSubmit(this::save, MODE, INVITERS);
        return form;
    }

    private void save(Form.Values values) {
        var rules =
                new RegistrationRules(RegistrationMode.valueOf(values.of(MODE)), Inviters.valueOf(values.of(INVITERS)));
        policy.change(administrator, rules, VaadinRequest.getCurrent().getRemoteAddr());
        Toast.show(getTranslation("settings.saved"));
    }
}
