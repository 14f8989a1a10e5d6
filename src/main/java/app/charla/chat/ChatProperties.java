package app.charla.chat;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rate limits of new chats and drafts.
 *
 * @param limited false switches them off, for load tests
 * @param groupsPerHour how many groups and public chats a person may create per hour
 * @param draftsPerMinute how many drafts a person may save per minute, on all devices; a page saves one a second at most
 */
@ConfigurationProperties("charla.chat")
record ChatProperties(
        @DefaultValue("true") boolean limited,
        @DefaultValue("30") int groupsPerHour,
        @DefaultValue("120") int draftsPerMinute) {}
