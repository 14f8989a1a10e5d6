package app.charla.preview;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how much is asked of other sites.
 *
 * @param on false asks nothing of anybody
 * @param limited false switches the limit off, for load tests
 * @param burst how many links of one person are looked at, at once
 * @param perMinute how many of them a minute in the long run
 */
@ConfigurationProperties("charla.preview")
record PreviewProperties(
        @DefaultValue("true") boolean on,
        @DefaultValue("true") boolean limited,
        @DefaultValue("20") int burst,
        @DefaultValue("20") int perMinute) {}
