package app.charla.journey;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** Touches of one or two fingers, as the screen of a phone reports them. */
final class Finger {

    private static final int STEPS = 8;

    private final Page page;
    private final CDPSession session;

    Finger(Page page) {
        this.page = page;
        this.session = page.context().newCDPSession(page);
    }

    /** Puts a finger on the middle of an element, where it stays until {@link #lift}. */
    void press(Locator target) {
        BoundingBox box = box(target);
        touch("touchStart", box.x + box.width / 2, box.y + box.height / 2);
    }

    void lift() {
        touch("touchEnd");
    }

    /** Moves a finger from the middle of an element by some pixels, and lifts it. */
    void swipe(Locator from, double dx, double dy) {
        BoundingBox box = box(from);
        swipe(box.x + box.width / 2, box.y + box.height / 2, dx, dy);
    }

    /** Moves a finger from a point by some pixels, and lifts it. */
    void swipe(double x, double y, double dx, double dy) {
        touch("touchStart", x, y);
        for (int step = 1; step <= STEPS; step++) {
            touch("touchMove", x + dx * step / STEPS, y + dy * step / STEPS);
        }
        lift();
    }

    /** Spreads two fingers around the middle of an element, and lifts them. */
    void spread(Locator target, double from, double to) {
        BoundingBox box = box(target);
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        touch("touchStart", x - from / 2, y);
        touch("touchStart", x - from / 2, y, x + from / 2, y);
        for (int step = 1; step <= STEPS; step++) {
            double apart = from + (to - from) * step / STEPS;
            touch("touchMove", x - apart / 2, y, x + apart / 2, y);
        }
        lift();
    }

    /** Returns where an element is once it has come to rest. */
    private BoundingBox box(Locator target) {
        target.waitFor();
        BoundingBox box = target.boundingBox();
        while (true) {
            page.waitForTimeout(50);
            BoundingBox later = target.boundingBox();
            if (box != null && later != null && box.x == later.x && box.y == later.y) {
                return later;
            }
            box = later;
        }
    }

    private void touch(String type, double... coordinates) {
        var points = new JsonArray();
        for (int at = 0; at < coordinates.length; at += 2) {
            var point = new JsonObject();
            point.addProperty("x", coordinates[at]);
            point.addProperty("y", coordinates[at + 1]);
            point.addProperty("id", at / 2);
            points.add(point);
        }
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
    }
}
