package app.charla.ui.space;

import app.charla.space.Space;
import app.charla.ui.component.Avatar;

/** Square with the initials of a space on its colour. */
class SpaceMark extends Avatar {

    SpaceMark(Space space) {
        super(space.id().toString(), space.name());
        addClassName("space-mark");
        show(space);
    }

    /** Updates name and colour. */
    void show(Space space) {
        setText(initials(space.name()));
        getStyle().set("--tile", TileColour.of(space.color()));
    }
}
