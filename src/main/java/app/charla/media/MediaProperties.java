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
 * Limits of what is sent besides words, and where it is kept.
 *
 * @param folder where uploads grow, and where all is kept unless there is a bucket
 * @param maxFiles how many a message may hold
 * @param maxSize of each
 * @param unfinished how many uploads of one person may be under way
 * @param abandoned after how long without a word an upload, or what was never sent, is removed
 * @param perHour how many uploads a person may begin
 * @param limited false switches that rate off, for load tests
 * @param undo for how long a deleted message can be put back, and so needs what it held
 */
@Validated
@ConfigurationProperties("charla.media")
record MediaProperties(
        Path folder,
        @Min(1) @Max(50) @DefaultValue("10") int maxFiles,
        @DefaultValue("50MB") DataSize maxSize,
        @Min(1) @DefaultValue("20") int unfinished,
        @DefaultValue("1d") Duration abandoned,
        @Min(1) @DefaultValue("600") int perHour,
        @DefaultValue("true") boolean limited,
        @DefaultValue("15s") Duration undo) {}
