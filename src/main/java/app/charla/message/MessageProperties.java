package app.charla.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what is said.
 *
 * @param maxLength characters of a message
 * @param maxReactions how many different reactions a message may have
 * @param maxPins how many messages a chat may have pinned
 * @param undo for how long a deleted message can be put back
 * @param limited false switches the send rate off, for load tests
 * @param sendsPerSecond how many messages a person may send a second in the long run
 * @param sendBurst how many at once
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
