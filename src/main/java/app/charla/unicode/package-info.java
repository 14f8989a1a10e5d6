/**
 * Rules about text that hold everywhere: the name rule, what can be stored at all, confusable names, and folding for
 * search. Pure functions on ICU's data; validated here once for the UI and the REST API.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core"})
package app.charla.unicode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
