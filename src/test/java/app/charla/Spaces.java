package app.charla;

import static org.awaitility.Awaitility.await;

import app.charla.account.Preferences.Language;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.space.Space;
import app.charla.space.SpaceCreation;
import app.charla.space.SpaceRequest;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings;
import app.charla.space.SpaceSettings.Joining;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** New spaces for a test. */
@TestComponent
public class Spaces {

    private final SpaceCreation creation;
    private final SpaceService spaces;

    Spaces(SpaceCreation creation, SpaceService spaces) {
        this.creation = creation;
        this.spaces = spaces;
    }

    /** A wish for a space into which people come as told. */
    public static SpaceRequest wish(String name, Joining joining) {
        return new SpaceRequest(name, "#5b5bd6", new SpaceSettings("", Language.EN, joining, null, true), List.of());
    }

    /** The owner in a new space that is ready. */
    public Actor space(AccountId owner, String name, Joining joining) {
        return ready(owner, creation.request(owner, wish(name, joining), null).space());
    }

    /** The owner in a space once it is ready. */
    public Actor ready(AccountId owner, Space space) {
        await().until(() -> spaces.space(owner, space.slug()).isReady());
        return spaces.enter(owner, space.slug());
    }
}
