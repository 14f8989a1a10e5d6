package app.charla.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of messages.
 *
 * @param maxLength characters of a message
 * @param maxReactions different emoji on one message
 * @param maxPins pinned messages per chat
 * @param undo how long a deletion can be undone
 * @param limited false switches the send rate limit off, for load tests
 * @param sendsPerSecond messages per second and person in the long run
 * @param sendBurst messages at once
 */
@ConfigurationProperties("charla.message")
record MessageProperties(
        @DefaultValue("8000") int maxLength,
        @DefaultValue("30") int maxReactions,
        @DefaultValue("100") int maxPins,
        @DefaultValue("10s") Duration undo,
        @DefaultValue("true") boolean limited,
        @DefaultValue("2") int sendsPerSecond,
        @DefaultValue("20") int sendBurst) {}
