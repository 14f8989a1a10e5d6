package app.charla.ui.chat.people;

import app.charla.profile.ProfileCard;
import app.charla.profile.ProfileLink;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** The facts of a profile: local time, text and links; hidden if there are none. */
public class ProfileFacts extends Div {

    ProfileFacts(ProfileCard card) {
        addClassName("person-facts");
        if (card.timeZone() != null) {
            add(new LocalTime(card.timeZone()));
        }
        if (!card.about().isEmpty()) {
            var about = new Paragraph(card.about());
            about.addClassName("about");
            add(about);
        }
        if (!card.links().isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("person-links");
            card.links().forEach(link -> list.add(item(link)));
            add(list);
        }
        setVisible(getElement().getChildCount() > 0);
    }

    private ListItem item(ProfileLink link) {
        String address = link.address().toString();
        var anchor = new Anchor(
                address, address.replaceFirst("^https://(www\\.)?", "").replaceFirst("/$", ""));
        anchor.setTarget(AnchorTarget.BLANK);
        anchor.getElement().setAttribute("rel", "noopener noreferrer nofollow ugc");
        var item = new ListItem(anchor);
        if (link.proof() != null) {
            var mark = new Span(getTranslation("profile.verified"));
            mark.addClassName("verified");
            mark.setTitle(getTranslation("profile.verified." + link.proof()));
            item.add(mark);
        }
        return item;
    }
}
