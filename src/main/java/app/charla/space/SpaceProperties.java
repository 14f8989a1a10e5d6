package app.charla.space;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of spaces and invites.
 *
 * @param limited false disables the rate limits, for load tests
 * @param perHour how many spaces an account may request per hour
 * @param inviteTriesPerMinute how many invites an account may preview or accept per minute
 * @param atOnce how many spaces are provisioned concurrently
 * @param largestUpload the maximum size of a file from which a space is restored
 * @param inviteLifetime the lifetime of invites that are issued without one
 */
@ConfigurationProperties("charla.space")
record SpaceProperties(
        @DefaultValue("true") boolean limited,
        @DefaultValue("10") int perHour,
        @DefaultValue("30") int inviteTriesPerMinute,
        @DefaultValue("2") int atOnce,
        @DefaultValue("1GB") DataSize largestUpload,
        @DefaultValue("7d") Duration inviteLifetime) {}
