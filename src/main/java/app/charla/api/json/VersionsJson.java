package app.charla.api.json;

import app.charla.message.MessageVersion;
import java.time.Instant;
import java.util.List;

/** Earlier versions of a message, oldest first. */
public record VersionsJson(List<VersionJson> versions) {

    /** @param writtenAt when this version was sent or edited */
    record VersionJson(int version, String text, Instant writtenAt) {}

    public static VersionsJson of(List<MessageVersion> versions) {
        return new VersionsJson(versions.stream()
                .map(version -> new VersionJson(version.version(), version.text(), version.writtenAt()))
                .toList());
    }
}
