package app.charla.ui.account;

import app.charla.account.Account;
import app.charla.account.AccountService;
import app.charla.account.Preferences;
import app.charla.account.Preferences.Language;
import app.charla.account.Preferences.Theme;
import app.charla.account.SessionService;
import app.charla.core.InvalidException;
import app.charla.ui.Addresses;
import app.charla.ui.Failure;
import app.charla.ui.Shell;
import app.charla.ui.SignOut;
import app.charla.ui.component.Avatar;
import app.charla.ui.component.Choice;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.Question;
import app.charla.ui.component.Toast;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How one likes one's Charla: the name others see, language, theme, and the devices one is signed in on. */
@Route(value = Addresses.SETTINGS, layout = Shell.class)
@PermitAll
class SettingsView extends Div implements HasDynamicTitle {

    private final transient AccountService accounts;
    private final transient SessionService sessions;
    private final transient SignOut signOut;
    private final SignedIn person = SignedIn.required();
    private Account account;

    SettingsView(AccountService accounts, SessionService sessions, SignOut signOut) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signOut = signOut;
        this.account = accounts.account(person.account());
        addClassName("settings");
        var column = new Div(new H1(getTranslation("settings.title")), profile(), appearance(), devices());
        column.addClassName("settings-column");
        add(column);
    }

    private Component profile() {
        var avatar = new Avatar(account.id().toString(), account.name());
        avatar.addClassName("large");
        var name = new Field("name", getTranslation("settings.name"));
        name.of("text", "name")
                .attribute("maxlength", "64")
                .hint(getTranslation("settings.name.hint", account.username()));
        name.input().setValue(account.name());
        var save = new NativeButton(getTranslation("settings.save"));
        save.getElement().setAttribute("type", "submit");
        save.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("in-line");
        form.add(name, save);
        form.onSubmit(values -> rename(name, values.of("name")), "name");
        var row = new Div(avatar, form);
        row.addClassName("profile");
        return section("settings.profile", row);
    }

    private void rename(Field field, String wanted) {
        try {
            account = accounts.rename(account.id(), wanted);
            field.complain("");
            Toast.show(getTranslation("settings.saved"));
        } catch (InvalidException invalid) {
            field.complain(Failure.text(invalid, getLocale()));
        }
    }

    private Component appearance() {
        Map<Theme, String> themes = new LinkedHashMap<>();
        Arrays.stream(Theme.values()).forEach(theme -> themes.put(theme, getTranslation("settings.theme." + theme)));
        Map<Language, String> languages = new LinkedHashMap<>();
        Arrays.stream(Language.values())
                .forEach(language -> languages.put(language, getTranslation("settings.language." + language)));
        var theme = new Choice<>(
                "theme",
                getTranslation("settings.theme"),
                themes,
                account.preferences().theme(),
                this::choose);
        var language = new Choice<>(
                "language",
                getTranslation("settings.language"),
                languages,
                account.preferences().language(),
                this::choose);
        return section("settings.appearance", theme, language);
    }

    private void choose(Theme theme) {
        account = accounts.choose(
                account.id(), new Preferences(account.preferences().language(), theme));
        String name = theme.name().toLowerCase(Locale.ROOT);
        getElement()
                .executeJs(
                        "if ($0 === 'system') delete document.documentElement.dataset.theme;"
                                + " else document.documentElement.dataset.theme = $0;",
                        name);
    }

    private void choose(Language language) {
        account = accounts.choose(
                account.id(), new Preferences(language, account.preferences().theme()));
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private Component devices() {
        var list = new SessionList(sessions, person);
        var here = new NativeButton(getTranslation("settings.signOut"), click -> signOut.here());
        var everywhere = new NativeButton(
                getTranslation("settings.signOut.everywhere"),
                click -> Question.ask(
                        getTranslation("settings.signOut.everywhere.title"),
                        getTranslation("settings.signOut.everywhere.text"),
                        getTranslation("settings.signOut.everywhere"),
                        signOut::everywhere));
        List.of(here, everywhere).forEach(button -> button.addClassNames("button", "secondary"));
        everywhere.addClassName("danger-text");
        var buttons = new Div(here, everywhere);
        buttons.addClassName("buttons");
        return section("settings.devices", new Paragraph(getTranslation("settings.devices.text")), list, buttons);
    }

    private Section section(String title, Component... content) {
        var section = new Section(new H2(getTranslation(title)));
        section.add(content);
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.title") + " · Charla";
    }
}
