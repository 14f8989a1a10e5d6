package app.charla.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of searching.
 *
 * @param limited false switches the limit off, for load tests
 * @param perMinute how often a person may search a minute
 */
@ConfigurationProperties("charla.search")
record SearchProperties(
        @DefaultValue("true") boolean limited,
        @DefaultValue("120") int perMinute) {}
