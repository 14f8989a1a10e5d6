package app.charla.ui.space;

import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.space.Space;
import app.charla.space.SpaceCreation;
import app.charla.space.SpaceDeletion;
import app.charla.space.SpaceProgressed;
import app.charla.space.SpaceProgressed.Step;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.component.ConfirmDialog;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Provisioning progress of a space: opens the space once it is ready, shows the reason if it failed. */
@Route(Addresses.SPACE_PROGRESS)
@PermitAll
class ProgressView extends Div implements BeforeEnterObserver, HasDynamicTitle, AccountListener {

    private final transient SpaceService spaces;
    private final transient SpaceCreation creation;
    private final transient SpaceDeletion deletion;
    private final transient ChatService chats;
    private final transient LiveUpdates updates;
    private final SignedIn person = SignedIn.required();
    private final Div markPlace = new Div();
    private final H1 title = new H1();
    private final ProgressSteps progressSteps = new ProgressSteps();
    private final Paragraph reason = new Paragraph();
    private final Div buttons = new Div();
    private @Nullable Registration registration;
    private @Nullable Space space;

    ProgressView(
            SpaceService spaces,
            SpaceCreation creation,
            SpaceDeletion deletion,
            ChatService chats,
            LiveUpdates updates) {
        this.spaces = spaces;
        this.creation = creation;
        this.deletion = deletion;
        this.chats = chats;
        this.updates = updates;
        addClassNames("settings", "progress");
        reason.addClassName("form-message");
        reason.getElement().setAttribute("role", "alert");
        var again = new NativeButton(getTranslation("failure.retry"), click -> retry());
        again.addClassNames("button", "primary");
        var discard = new NativeButton(getTranslation("progress.discard"), click -> askToDiscard());
        discard.addClassNames("button", "danger-text");
        buttons.add(again, discard);
        buttons.addClassName("buttons");
        var card = new Div(markPlace, title, progressSteps, reason, buttons);
        card.addClassName("card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("asked").orElseThrow();
        space = spaces.space(person.account(), slug);
        switch (space.state()) {
            case READY -> event.forwardTo(firstChat(space));
            case DELETING, DELETED -> throw new NotFoundException();
            case REQUESTED, PROVISIONING, FAILED -> {
                markPlace.removeAll();
                markPlace.add(new SpaceMark(space));
                progressSteps.begin();
                show(space);
            }
        }
    }

    /** Returns the default chat; a space always has one. */
    private String firstChat(Space ready) {
        Actor actor = spaces.enter(person.account(), ready.slug());
        return chats.publicChats(actor).stream()
                .findFirst()
                .map(chat -> Addresses.chat(ready.slug(), chat.id()))
                .orElseGet(() -> Addresses.space(ready.slug()));
    }

    private Space space() {
        return Objects.requireNonNull(space, "no space was asked for");
    }

    private void show(Space present) {
        space = present;
        boolean failed = present.state() == Space.State.FAILED;
        title.setText(getTranslation(failed ? "progress.failed" : "progress.title", present.name()));
        progressSteps.setVisible(!failed);
        reason.setVisible(failed);
        reason.setText(failed ? getTranslation("space.failed." + present.reason()) : "");
        buttons.setVisible(failed);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        registration = updates.register(this);
        Space present = spaces.space(person.account(), space().slug());
        if (present.isReady()) {
            open(present);
        } else {
            show(present);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (registration != null) {
            registration.remove();
        }
    }

    @Override
    public void spaceProgressed(SpaceProgressed progress) {
        if (!progress.space().id().equals(space().id())) {
            return;
        }
        if (progress.step() == Step.READY) {
            open(progress.space());
        } else {
            progressSteps.reach(progress.step());
            show(progress.space());
        }
    }

    private void open(Space ready) {
        getUI().ifPresent(ui -> ui.navigate(firstChat(ready)));
    }

    private void retry() {
        progressSteps.begin();
        show(creation.retry(person.account(), space().slug()));
    }

    private void askToDiscard() {
        ConfirmDialog.ask(
                getTranslation("progress.discard.title", space().name()),
                getTranslation("progress.discard.text"),
                getTranslation("progress.discard"),
                this::discard);
    }

    private void discard() {
        deletion.delete(person.account(), space().slug(), space().name());
        getUI().ifPresent(ui -> ui.navigate(Addresses.SPACES));
    }

    @Override
    public String getPageTitle() {
        return space().name() + " · Charla";
    }
}
