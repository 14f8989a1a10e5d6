package app.charla.api.space;

import app.charla.api.json.OpenSpaceJson;
import app.charla.api.json.OpenSpaceJson.SettingsJson;
import app.charla.api.json.SpaceJson;
import app.charla.chat.DefaultChats;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.SpaceId;
import app.charla.message.UnreadCounts;
import app.charla.space.Space;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings;
import app.charla.space.SpaceSettingsService;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Loads spaces with the caller's role, unread count and the settings, and changes them. */
@Component
class SpaceDetails {

    private final SpaceService spaces;
    private final SpaceSettingsService settings;
    private final DefaultChats chats;
    private final UnreadCounts unread;

    SpaceDetails(SpaceService spaces, SpaceSettingsService settings, DefaultChats chats, UnreadCounts unread) {
        this.spaces = spaces;
        this.settings = settings;
        this.chats = chats;
        this.unread = unread;
    }

    List<SpaceJson> spaces(AccountId account) {
        Map<SpaceId, Integer> counts = unread.counts(account);
        return spaces.spaces(account).stream()
                .map(space -> json(account, space, counts))
                .toList();
    }

    SpaceJson space(AccountId account, Space space) {
        return json(account, space, Map.of());
    }

    private SpaceJson json(AccountId account, Space space, Map<SpaceId, Integer> counts) {
        return new SpaceJson(
                space.id().toString(),
                space.slug(),
                space.name(),
                space.color(),
                space.tinted(),
                space.home(),
                space.state(),
                space.reason(),
                space.lookAlike(),
                spaces.role(new Actor(space.id(), account)),
                counts.get(space.id()));
    }

    OpenSpaceJson open(AccountId account, String slug) {
        Space space = spaces.space(account, slug);
        return new OpenSpaceJson(
                space(account, space), space.isReady() ? settings(new Actor(space.id(), account)) : null);
    }

    private SettingsJson settings(Actor actor) {
        SpaceSettings current = settings.settings(actor);
        return new SettingsJson(
                current.welcome(),
                current.language(),
                current.joining(),
                current.retentionDays(),
                current.previews(),
                chats.names(actor));
    }

    void change(Actor actor, SpaceController.SpaceChange change) {
        SpaceSettings wanted = change.applyTo(settings.settings(actor));
        spaces.requireManager(actor);
        settings.change(
                actor,
                new SpaceSettingsService.Change(
                        change.name(),
                        change.color(),
                        change.tinted(),
                        wanted,
                        change.chats() == null ? null : chats.changing(actor, change.chats())));
    }
}
