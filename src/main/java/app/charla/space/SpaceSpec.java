package app.charla.space;

import app.charla.account.Preferences.Language;
import app.charla.space.SpaceSettings.Joining;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a space that is being made is to be like, as the register keeps it until then.
 *
 * @param previews null, in what was wished for before there were any, for yes
 * @param upload the name of an uploaded file that it is restored from, with settings of its own
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

    static SpaceSpec of(SpaceRequest wanted) {
        SpaceSettings settings = wanted.settings();
        return new SpaceSpec(
                settings.welcome(),
                settings.language(),
                settings.joining(),
                settings.retentionDays(),
                settings.previews(),
                wanted.chats(),
                null);
    }

    SpaceSpec withUpload(String file) {
        return new SpaceSpec(welcome, language, joining, retentionDays, previews, chats, file);
    }

    static SpaceSpec fromJson(String written) {
        return JSON.readValue(written, SpaceSpec.class);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    SpaceSettings settings() {
        return new SpaceSettings(welcome, language, joining, retentionDays, !Boolean.FALSE.equals(previews));
    }
}
