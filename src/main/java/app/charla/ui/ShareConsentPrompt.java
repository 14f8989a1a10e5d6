package app.charla.ui;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.share.Share;
import app.charla.share.ShareService;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.List;

/** A prompt that asks a person to consent to a share link with their messages, and passes the answer on. */
public class ShareConsentPrompt extends Div {

    private final transient ShareService shareService;
    private final AccountId person;
    private final Command answered;

    /**
     * @param person the person who is asked
     * @param answered called after the answer, also if the share was withdrawn before
     */
    public ShareConsentPrompt(
            ShareService shareService, ProfileDirectory profiles, AccountId person, Share share, Command answered) {
        this.shareService = shareService;
        this.person = person;
        this.answered = answered;
        addClassName("share-question");
        Profile by = profiles.findByIds(List.of(share.by())).get(share.by());
        var who = new Span(getTranslation("share.request", by == null ? getTranslation("person.gone") : by.name()));
        who.addClassName("name");
        var excerpt = new Span(excerpt(share));
        excerpt.addClassName("hint");
        var text = new Div(who, excerpt);
        text.addClassName("text");
        var agree = new NativeButton(
                getTranslation("share.agree"), click -> answer(() -> shareService.consent(person, share.id())));
        agree.addClassNames("button", "primary");
        var refuse = new NativeButton(
                getTranslation("share.refuse"), click -> answer(() -> shareService.refuse(person, share.id())));
        refuse.addClassNames("button", "secondary");
        var buttons = new Div(refuse, agree);
        buttons.addClassName("buttons");
        add(text, buttons);
    }

    private String excerpt(Share share) {
        try {
            return "“" + String.join(" … ", shareService.ownTexts(person, share)) + "”";
        } catch (NotFoundException chatIsGone) {
            return "";
        }
    }

    private void answer(Command answer) {
        try {
            answer.execute();
        } catch (NotFoundException withdrawn) {
            Toast.show(getTranslation("error.not-found"));
        }
        answered.execute();
    }
}
