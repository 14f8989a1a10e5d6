package app.charla.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * Accessibility checks of the open page by axe-core, run in the page itself: {@code AxeBuilder.analyze()} loads axe twice for
 * each check and opens another page for its second half, which takes seconds.
 */
final class Axe {

    private static final String IS_LOADED = "typeof window.axe?.run === 'function'";

    /** Ends transitions first: colours on their way from one to the other have neither's contrast. */
    private static final String RUN = """
            ({ rules, impacts }) => {
              const roots = [document];
              for (const root of roots) {
                root.querySelectorAll('*').forEach(({ shadowRoot }) => shadowRoot && roots.push(shadowRoot));
              }
              roots.flatMap((root) => root.getAnimations())
                  .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
                  .forEach((animation) => animation.finish());
              return axe
                  .run(document, {
                    resultTypes: ['violations'],
                    ...(rules.length ? { runOnly: { type: 'rule', values: rules } } : {}),
                  })
                  .then(({ violations }) => violations
                      .filter(({ impact }) => impacts.length === 0 || impacts.includes(impact))
                      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${JSON.stringify(target)}`)));
            }""";

    private Axe() {}

    /**
     * Returns the violations that keep people from using the page.
     *
     * @param rules the rules to check; none means all
     */
    static List<String> seriousViolations(Page page, String... rules) {
        return run(page, List.of(rules), List.of("serious", "critical"));
    }

    /** Returns the violations of every rule, also the moderate and minor ones. */
    static List<String> violations(Page page) {
        return run(page, List.of(), List.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, List<String> rules, List<String> impacts) {
        if (!Boolean.TRUE.equals(page.evaluate(IS_LOADED))) {
            page.evaluate("() => {" + AxeBuilder.getAxeScript() + "}");
        }
        return (List<String>) page.evaluate(RUN, Map.of("rules", rules, "impacts", impacts));
    }
}
