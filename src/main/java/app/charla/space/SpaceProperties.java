package app.charla.space;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of making spaces and coming into them.
 *
 * @param limited false switches the limits of frequency off, for load tests
 * @param perHour how many spaces a person may make an hour
 * @param inviteTriesPerMinute how many invites a person may look at or accept a minute
 * @param atOnce how many spaces are made at the same time
 * @param largestUpload how large a file may be from which a space is restored
 */
@ConfigurationProperties("charla.space")
record SpaceProperties(
        @DefaultValue("true") boolean limited,
        @DefaultValue("10") int perHour,
        @DefaultValue("30") int inviteTriesPerMinute,
        @DefaultValue("2") int atOnce,
        @DefaultValue("1GB") DataSize largestUpload,
        @DefaultValue("7d") Duration inviteLifetime) {}
