package app.charla.ui.space;

import app.charla.space.SpaceProgressed.Step;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** List of the provisioning steps of a space: done, current and pending. */
class ProgressSteps extends OrderedList {

    private static final List<Step> SHOWN = List.of(Step.REQUESTED, Step.DATABASE, Step.SCHEMA, Step.CONTENT);

    private final Map<Step, ListItem> items = new EnumMap<>(Step.class);
    private Step reached = Step.REQUESTED;

    ProgressSteps() {
        addClassName("steps");
        for (Step step : SHOWN) {
            var item = new ListItem(getTranslation("progress.step." + step));
            items.put(step, item);
            add(item);
        }
        begin();
    }

    /** Resets to the first step. */
    void begin() {
        reached = Step.REQUESTED;
        show();
    }

    /** Advances to a step; steps that arrive late change nothing. */
    void reach(Step step) {
        if (step.compareTo(reached) > 0 && step.compareTo(Step.READY) <= 0) {
            reached = step;
            show();
        }
    }

    private void show() {
        boolean workingFound = false;
        for (Step step : SHOWN) {
            boolean done = step.compareTo(reached) <= 0;
            boolean working = !done && !workingFound;
            workingFound |= working;
            ListItem item = items.get(step);
            if (item != null) {
                item.setClassName("done", done);
                item.setClassName("working", working);
                if (working) {
                    item.getElement().setAttribute("aria-current", "step");
                } else {
                    item.getElement().removeAttribute("aria-current");
                }
            }
        }
    }
}
