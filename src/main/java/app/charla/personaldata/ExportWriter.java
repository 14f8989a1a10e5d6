package app.charla.personaldata;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.export.ExportArchive;
import app.charla.export.ExportPart;
import app.charla.export.SpaceExportPart;
import app.charla.space.AccountDepartures;
import app.charla.space.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** Writes a personal-data export: a ZIP of JSON files and attachments, put together from the parts of the features. */
@Component
class ExportWriter {

    private final AccountDepartures accountDepartures;
    private final List<ExportPart> parts;
    private final List<SpaceExportPart> spaceParts;

    ExportWriter(AccountDepartures accountDepartures, List<ExportPart> parts, List<SpaceExportPart> spaceParts) {
        this.accountDepartures = accountDepartures;
        this.parts = parts;
        this.spaceParts = spaceParts;
    }

    /** @param progress receives the percentage done, 0–100, before each space */
    void write(AccountId account, Path file, IntConsumer progress) throws IOException {
        try (var archive = new ExportArchive(Files.newOutputStream(file))) {
            for (ExportPart part : parts) {
                part.write(account, archive);
            }
            List<Space> spaces = accountDepartures.spaces(account).stream()
                    .filter(Space::isReady)
                    .toList();
            archive.addJson("spaces.json", spaces);
            for (int i = 0; i < spaces.size(); i++) {
                progress.accept(100 * i / spaces.size());
                write(account, spaces.get(i), archive);
            }
        }
    }

    private void write(AccountId account, Space space, ExportArchive archive) throws IOException {
        ExportArchive folder = archive.folder("spaces/" + space.slug());
        for (SpaceExportPart part : spaceParts) {
            part.write(new Actor(space.id(), account), folder);
        }
    }
}
