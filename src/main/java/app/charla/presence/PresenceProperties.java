package app.charla.presence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rate limit of typing signals.
 *
 * @param limited false switches it off, for load tests
 * @param typingPerMinute signals per minute and person, in all chats; a page sends one in three seconds
 */
@ConfigurationProperties("charla.presence")
record PresenceProperties(
        @DefaultValue("true") boolean limited,
        @DefaultValue("60") int typingPerMinute) {}
