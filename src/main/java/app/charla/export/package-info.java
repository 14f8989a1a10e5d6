/**
 * Contract between the personal-data export and the features: {@link app.charla.export.ExportPart} for the data of an
 * account, {@link app.charla.export.SpaceExportPart} for its data in one space.
 *
 * <p>Owns no data, publishes nothing, listens to nothing. It is a package of its own, below the features, so that
 * {@code personaldata} need not know them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core"})
package app.charla.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
