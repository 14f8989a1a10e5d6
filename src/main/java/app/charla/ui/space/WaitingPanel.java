package app.charla.ui.space;

import app.charla.account.WaitingAccount;
import app.charla.account.WaitingAccounts;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.ui.component.ConfirmDialog;
import app.charla.ui.component.TimeText;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Accounts that wait for an administrator: letting them in, and refusing them. */
class WaitingPanel extends Div {

    private final AccountId administrator;
    private final transient WaitingAccounts waiting;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nobody = new Paragraph(getTranslation("administration.waiting.none"));

    WaitingPanel(AccountId administrator, WaitingAccounts waiting) {
        this.administrator = administrator;
        this.waiting = waiting;
        addClassName("invites");
        list.addClassNames("devices", "waiting-accounts");
        nobody.addClassName("hint");
        add(list, nobody);
        load();
    }

    private void load() {
        List<WaitingAccount> all = waiting.all(administrator);
        list.removeAll();
        all.forEach(account -> list.add(row(account)));
        list.setVisible(!all.isEmpty());
        nobody.setVisible(all.isEmpty());
    }

    private ListItem row(WaitingAccount account) {
        var name = new Span(account.name());
        name.addClassName("name");
        var facts = new Span(Stream.of("@" + account.username(), account.email() == null ? "" : account.email())
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · ", "", " · ")));
        facts.add(new TimeText(account.since()));
        facts.addClassName("hint");
        var text = new Div(name, facts);
        text.addClassName("text");
        var accept = button("administration.accept", account, () -> accept(account));
        var refuse = button("administration.refuse", account, () -> ask(account));
        var decisions = new Div(accept, refuse);
        decisions.addClassName("buttons");
        return new ListItem(text, decisions);
    }

    private NativeButton button(String key, WaitingAccount account, Command action) {
        var button = new NativeButton(getTranslation(key), click -> action.execute());
        button.addClassNames("button", "secondary");
        button.getElement().setAttribute("aria-label", getTranslation(key + ".of", account.name()));
        return button;
    }

    private void accept(WaitingAccount account) {
        decide(() -> waiting.accept(administrator, account.id(), address()));
    }

    private void ask(WaitingAccount account) {
        ConfirmDialog.ask(
                getTranslation("administration.refuse.title", account.name()),
                getTranslation("administration.refuse.text"),
                getTranslation("administration.refuse"),
                () -> decide(() -> waiting.refuse(administrator, account.id(), address())));
    }

    private void decide(Command decision) {
        try {
            decision.execute();
        } catch (NotFoundException decided) {
            Toast.show(getTranslation("administration.waiting.decided"));
        }
        load();
    }

    private static String address() {
        return VaadinRequest.getCurrent().getRemoteAddr();
    }
}
