package app.charla.media;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of attachments, and the folder for them.
 *
 * @param folder folder of unfinished uploads, and of all media unless a bucket is configured
 * @param maxFiles attachments per message
 * @param maxSize of each
 * @param quotaPerPerson bytes of all media that a person uploaded to a space
 * @param quotaPerSpace bytes of all media of a space
 * @param unfinished unfinished uploads per person
 * @param abandoned time without activity after which an unfinished upload, or media never sent, is removed
 * @param perHour uploads that a person may begin per hour
 * @param limited false switches the rate limit off, for load tests
 * @param undo how long a deletion of a message can be undone, and its attachments are needed
 */
@Validated
@ConfigurationProperties("charla.media")
record MediaProperties(
        Path folder,
        @Min(1) @Max(50) @DefaultValue("10") int maxFiles,
        @DefaultValue("50MB") DataSize maxSize,
        @DefaultValue("2GB") DataSize quotaPerPerson,
        @DefaultValue("20GB") DataSize quotaPerSpace,
        @Min(1) @DefaultValue("20") int unfinished,
        @DefaultValue("1d") Duration abandoned,
        @Min(1) @DefaultValue("600") int perHour,
        @DefaultValue("true") boolean limited,
        @DefaultValue("15s") Duration undo) {}
