package app.charla.ui.space;

import app.charla.space.Space;
import app.charla.ui.component.Avatar;

/** The square mark of a space: its initials on its colour. */
class SpaceMark extends Avatar {

    SpaceMark(Space space) {
        super(space.id().toString(), space.name());
        addClassName("space-mark");
        show(space);
    }

    /** Shows what the space is called now. */
    void show(Space space) {
        setText(initials(space.name()));
        getStyle().set("--tile", TileColour.of(space.color()));
    }
}
