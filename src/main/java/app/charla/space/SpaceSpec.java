package app.charla.space;

import app.charla.account.Preferences.Language;
import app.charla.space.SpaceSettings.Joining;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The specification of a space to provision, stored as JSON in the register until the space is ready.
 *
 * @param previews null means true, in specifications from before this setting
 * @param upload the name of the uploaded file it is restored from, whose settings take precedence; null for none
 */
record SpaceSpec(
        String welcome,
        Language language,
        Joining joining,
        @Nullable Integer retentionDays,
        @Nullable Boolean previews,
        List<String> chats,
        @Nullable String upload) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SpaceSpec of(SpaceRequest request) {
        SpaceSettings settings = request.settings();
        return new SpaceSpec(
                settings.welcome(),
                settings.language(),
                settings.joining(),
                settings.retentionDays(),
                settings.previews(),
                request.chats(),
                null);
    }

    SpaceSpec withUpload(String file) {
        return new SpaceSpec(welcome, language, joining, retentionDays, previews, chats, file);
    }

    static SpaceSpec fromJson(String json) {
        return JSON.readValue(json, SpaceSpec.class);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    SpaceSettings settings() {
        return new SpaceSettings(welcome, language, joining, retentionDays, !Boolean.FALSE.equals(previews));
    }
}
