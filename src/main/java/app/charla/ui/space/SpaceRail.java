package app.charla.ui.space;

import app.charla.core.SpaceId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Rail of the spaces of a person, with the menu for more. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class SpaceRail extends Nav {

    private final Div tiles = new Div();
    private final Map<SpaceId, SpaceTile> shown = new LinkedHashMap<>();

    SpaceRail(MoreSpacesMenu more) {
        addClassName("rail");
        setAriaLabel(getTranslation("nav.spaces"));
        tiles.addClassName("tiles");
        add(tiles, more);
    }

    /**
     * Shows spaces. Tiles that stay are updated in place, as one may have the focus.
     *
     * @param current the slug of the open space
     */
    public void show(List<OwnSpace> own, String current) {
        List<SpaceId> ids = own.stream().map(each -> each.space().id()).toList();
        if (!List.copyOf(shown.keySet()).equals(ids)) {
            Map<SpaceId, SpaceTile> before = Map.copyOf(shown);
            shown.clear();
            tiles.removeAll();
            for (OwnSpace each : own) {
                SpaceTile present = before.get(each.space().id());
                shown.put(each.space().id(), present == null ? new SpaceTile(each) : present);
            }
            tiles.add(shown.values().stream().map(Component.class::cast).toList());
        }
        for (OwnSpace each : own) {
            SpaceTile tile = shown.get(each.space().id());
            if (tile != null) {
                tile.show(each, each.space().slug().equals(current));
            }
        }
    }
}
