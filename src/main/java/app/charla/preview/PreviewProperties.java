package app.charla.preview;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of link previews.
 *
 * @param on false disables previews: no other site is contacted
 * @param limited false disables the rate limit, for load tests
 * @param burst how many links of one account are fetched at once
 * @param perMinute how many of them per minute in the long run
 */
@ConfigurationProperties("charla.preview")
record PreviewProperties(
        @DefaultValue("true") boolean on,
        @DefaultValue("true") boolean limited,
        @DefaultValue("20") int burst,
        @DefaultValue("20") int perMinute) {}
