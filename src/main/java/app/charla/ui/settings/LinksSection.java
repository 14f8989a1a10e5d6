package app.charla.ui.settings;

import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.profile.ProfileLink;
import app.charla.profile.ProfileLink.Visibility;
import app.charla.profile.ProfileService;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.SelectField;
import app.charla.ui.component.Toast;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Profile links: address, visibility, and how each is verified. */
class LinksSection extends SettingsSection {

    private final transient ProfileService profiles;
    private final SignedIn person;
    private final UnorderedList list = new UnorderedList();
    private final Div offers = new Div();
    private final Field address = new Field("address", getTranslation("profile.link.address"));
    private final Form form = new Form();

    LinksSection(ProfileService profiles, SignedIn person) {
        super("profile.links");
        this.profiles = profiles;
        this.person = person;
        list.addClassNames("devices", "profile-links");
        offers.addClassName("buttons");
        add(new Paragraph(getTranslation("profile.links.text")), list, offers, newLink(), explanation());
        load();
    }

    private Form newLink() {
        address.withType("url", "url").attribute("maxlength", "200").attribute("placeholder", "https://");
        var visibility = new SelectField("visibility", getTranslation("profile.visibility"), visibilities());
        var add = new NativeButton(getTranslation("profile.link.add"));
        add.getElement().setAttribute("type", "submit");
        add.addClassNames("button", "secondary");
        form.addClassName("fields");
        form.getElement().setAttribute("novalidate", true); // an address without its scheme will do
        form.add(address, visibility, add);
        form.onSubmit(
                values -> add(values.of("address"), Visibility.valueOf(values.of("visibility"))),
                "address",
                "visibility");
        return form;
    }

    private NativeDetails explanation() {
        var link = new Code("<a rel=\"me\" href=\"" + profiles.backlink(person.account()) + "\">Charla</a>");
        link.addClassName("secret");
        var text = new Div(new Paragraph(getTranslation("profile.proof.text")), link);
        text.addClassName("fields");
        return new NativeDetails(getTranslation("profile.proof"), text);
    }

    private Map<String, String> visibilities() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Visibility visibility : Visibility.values()) {
            choices.put(visibility.name(), getTranslation("profile.visibility." + visibility));
        }
        return choices;
    }

    private void load() {
        List<ProfileLink> links = profiles.own(person.account()).links();
        list.removeAll();
        links.forEach(link -> list.add(row(link)));
        list.setVisible(!links.isEmpty());
        form.setVisible(links.size() < ProfileService.MAX_LINKS);
        offers.removeAll();
        profiles.providerPages(person.account()).stream()
                .filter(page -> form.isVisible()
                        && links.stream().noneMatch(link -> link.address().equals(page)))
                .forEach(page -> offers.add(offer(page)));
        offers.setVisible(offers.getChildren().findAny().isPresent());
    }

    private NativeButton offer(URI page) {
        var button = new NativeButton(
                getTranslation("profile.link.offer", shown(page)), click -> add(page.toString(), Visibility.SPACES));
        button.addClassNames("button", "secondary");
        return button;
    }

    private ListItem row(ProfileLink link) {
        String shown = shown(link.address());
        var anchor = new Anchor(link.address().toString(), shown);
        anchor.setTarget(AnchorTarget.BLANK);
        anchor.getElement().setAttribute("rel", "noopener noreferrer");
        var state = new Span(getTranslation(link.proof() == null ? "profile.unverified" : "profile.verified"));
        state.addClassName(link.proof() == null ? "hint" : "verified");
        var text = new Div(anchor, state);
        text.addClassName("text");
        var visibility = new SelectField(
                "visibility-" + link.id(), getTranslation("profile.visibility.label", shown), visibilities());
        visibility.select(link.visibility().name());
        visibility.onChange(chosen -> attempt(() -> {
            profiles.changeVisibility(person.account(), link.id(), Visibility.valueOf(chosen));
            Toast.show(getTranslation("settings.saved"));
        }));
        var row = new ListItem(text, visibility);
        if (link.proof() == null) {
            row.add(button("profile.prove", "profile.prove.label", shown, () -> prove(link)));
        }
        row.add(button("profile.link.remove", "profile.link.remove.label", shown, () -> {
            profiles.removeLink(person.account(), link.id());
            load();
        }));
        return row;
    }

    private NativeButton button(String text, String label, String link, Command action) {
        var button = new NativeButton(getTranslation(text), click -> attempt(action));
        button.addClassNames("button", "secondary");
        button.setAriaLabel(getTranslation(label, link));
        return button;
    }

    private void add(String written, Visibility visibility) {
        try {
            profiles.addLink(person.account(), written, visibility);
            address.showError("");
            address.input().clear();
            load();
        } catch (InvalidException | ConflictException refused) {
            address.showError(FailureText.text(refused, getLocale()));
        }
    }

    private void prove(ProfileLink link) {
        profiles.verify(person.account(), link.id());
        load();
    }

    private void attempt(Command action) {
        try {
            action.execute();
        } catch (ConflictException | TooManyRequestsException refused) {
            Toast.show(FailureText.text(refused, getLocale()));
        }
    }

    private static String shown(URI address) {
        return address.toString().replaceFirst("^https://(www\\.)?", "").replaceFirst("/$", "");
    }
}
