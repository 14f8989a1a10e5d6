package app.charla.ui.settings;

import app.charla.account.AccessTokens;
import app.charla.account.IssuedToken;
import app.charla.account.Reauthentication;
import app.charla.account.Session;
import app.charla.account.Session.Scope;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.ui.FailureText;
import app.charla.ui.component.Choice;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.TimeText;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.ReauthenticationDialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Personal access tokens for programs. */
class TokensSection extends SettingsSection {

    private final transient AccessTokens tokens;
    private final transient Reauthentication reauthentication;
    private final SignedIn person;
    private final TokenReachFields reach;
    private final UnorderedList rows = new UnorderedList();
    private final Div made = new Div();
    private final Field name = new Field("token-name", getTranslation("tokens.name"));
    private Scope scope = Scope.READ;
    private int days = 90;

    TokensSection(AccessTokens tokens, Reauthentication reauthentication, TokenReachFields reach, SignedIn person) {
        super("tokens.title");
        this.tokens = tokens;
        this.reauthentication = reauthentication;
        this.person = person;
        this.reach = reach;
        rows.addClassName("devices");
        made.addClassName("made");
        made.getElement().setAttribute("role", "status");
        add(new Paragraph(getTranslation("tokens.text")), rows, made, form());
        load();
    }

    private Form form() {
        name.withType("text", "off").attribute("maxlength", "64").attribute("required", "");
        name.hint(getTranslation("tokens.name.hint"));
        Map<Scope, String> scopes = Arrays.stream(Scope.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        each -> getTranslation("tokens.scope." + each),
                        (one, other) -> one,
                        LinkedHashMap::new));
        Map<Integer, String> lives = Stream.of(7, 30, 90, 365)
                .collect(Collectors.toMap(
                        Function.identity(),
                        each -> getTranslation("tokens.days", each),
                        (one, other) -> one,
                        LinkedHashMap::new));
        var make = new NativeButton(getTranslation("tokens.make"));
        make.getElement().setAttribute("type", "submit");
        make.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("fields");
        form.add(
                name,
                new Choice<>("scope", getTranslation("tokens.scope"), scopes, scope, chosen -> scope = chosen),
                reach,
                new Choice<>("days", getTranslation("tokens.life"), lives, days, chosen -> days = chosen),
                make);
        form.onSubmit(
                values -> ReauthenticationDialog.require(
                        reauthentication, person, () -> make(values.of("token-name"), reach.selected(values))),
                Stream.concat(Stream.of("token-name"), TokenReachFields.NAMES.stream())
                        .toArray(String[]::new));
        return form;
    }

    private void make(String wanted, Supplier<Session.Reach> where) {
        made.removeAll();
        name.showError("");
        try {
            IssuedToken issued = tokens.create(
                    person.account(),
                    person.session(),
                    wanted,
                    scope,
                    where.get(),
                    days,
                    VaadinRequest.getCurrent().getRemoteAddr());
            var token = new Code(issued.token());
            token.addClassName("secret");
            made.add(new Paragraph(getTranslation("tokens.once")), token);
            name.getElement().executeJs("this.querySelector('input').value = ''");
            load();
        } catch (InvalidException | ConflictException | NotFoundException refused) {
            name.showError(FailureText.text(refused, getLocale()));
        }
    }

    private void load() {
        rows.removeAll();
        tokens.tokens(person.account()).forEach(token -> rows.add(row(token)));
    }

    private ListItem row(Session token) {
        var title = new Span(token.label() + " · " + getTranslation("tokens.scope." + token.scope()));
        title.addClassName("name");
        boolean used = token.lastUsedAt().isAfter(token.createdAt());
        var use = used
                ? new Span(new Span(getTranslation("tokens.used") + " "), new TimeText(token.lastUsedAt()))
                : new Span(getTranslation("tokens.unused"));
        var end = new Span(new Span(getTranslation("tokens.until") + " "), new TimeText(token.expiresAt()));
        var where = new Span(reach.describe(token.reach()));
        where.addClassName("hint");
        use.addClassName("hint");
        end.addClassName("hint");
        var text = token.reach().isLimited() ? new Div(title, where, use, end) : new Div(title, use, end);
        text.addClassName("text");
        var revoke = new NativeButton(getTranslation("tokens.revoke"), click -> {
            tokens.revoke(person.account(), token.id());
            load();
        });
        revoke.addClassNames("button", "secondary");
        revoke.setAriaLabel(getTranslation("tokens.revoke.label", token.label()));
        return new ListItem(text, revoke);
    }
}
