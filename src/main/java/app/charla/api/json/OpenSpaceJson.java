package app.charla.api.json;

import app.charla.account.Preferences.Language;
import app.charla.space.SpaceSettings.Joining;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A space with its settings.
 *
 * @param settings absent until the space is ready
 */
public record OpenSpaceJson(SpaceJson space, @Nullable SettingsJson settings) {

    /**
     * Settings of a space.
     *
     * @param retentionDays age in days at which messages are deleted; absent if they are kept
     * @param previews whether messages show link previews
     * @param chats names of the public chats that new members join
     */
    public record SettingsJson(
            String welcome,
            Language language,
            Joining joining,
            @Nullable Integer retentionDays,
            boolean previews,
            List<String> chats) {}
}
