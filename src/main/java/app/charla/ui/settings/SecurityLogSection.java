package app.charla.ui.settings;

import app.charla.account.SecurityEvent;
import app.charla.account.SecurityLog;
import app.charla.ui.component.TimeText;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Security log of the account, paged. */
public class SecurityLogSection extends SettingsSection {

    private static final int PAGE = 10;

    private final transient SecurityLog log;
    private final SignedIn person;
    private final UnorderedList rows = new UnorderedList();
    private final NativeButton more = new NativeButton(getTranslation("security.log.more"), click -> load());
    private @Nullable UUID last;

    SecurityLogSection(SecurityLog log, SignedIn person) {
        super("security.log");
        this.log = log;
        this.person = person;
        rows.addClassName("devices");
        more.addClassNames("button", "secondary");
        var buttons = new Div(more);
        buttons.addClassName("buttons");
        add(new Paragraph(getTranslation("security.log.text")), rows, buttons);
        load();
    }

    private void load() {
        List<SecurityEvent> page = log.events(person.account(), last, PAGE);
        page.forEach(event -> rows.add(row(event)));
        more.setVisible(page.size() == PAGE);
        if (!page.isEmpty()) {
            last = page.getLast().id();
        }
    }

    private ListItem row(SecurityEvent event) {
        var name = new Span(getTranslation("security.event." + event.kind()));
        name.addClassName("name");
        var detail = new Span(Stream.of(event.detail(), event.address())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · ")));
        detail.addClassName("hint");
        var text = new Div(name, detail);
        text.addClassName("text");
        var when = new TimeText(event.at());
        when.addClassName("hint");
        return new ListItem(text, when);
    }
}
