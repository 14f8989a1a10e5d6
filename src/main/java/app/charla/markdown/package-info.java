/**
 * The Markdown of messages, as the page shows it: which parts of a text are words, code and links. The grammar of
 * {@code frontend/text/markdown.ts}; {@code text-cases.json} among the tests holds the two equal.
 *
 * @see <a href="../../../../../docs/decisions/048-one-markdown-grammar.md">decision 048</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.charla.markdown;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
