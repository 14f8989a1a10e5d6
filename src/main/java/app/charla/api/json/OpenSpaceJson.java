package app.charla.api.json;

import app.charla.account.Preferences.Language;
import app.charla.space.SpaceSettings.Joining;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A space with what was chosen for it.
 *
 * @param settings absent until the space is ready
 */
public record OpenSpaceJson(SpaceJson space, @Nullable SettingsJson settings) {

    /**
     * What was chosen for a space.
     *
     * @param retentionDays after how many days messages are deleted; absent where they stay
     * @param previews whether messages show what the pages say that they link to
     * @param chats the names of the public chats that everybody who comes is in
     */
    public record SettingsJson(
            String welcome,
            Language language,
            Joining joining,
            @Nullable Integer retentionDays,
            boolean previews,
            List<String> chats) {}
}
