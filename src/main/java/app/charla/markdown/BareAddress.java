package app.charla.markdown;

import org.commonmark.node.CustomNode;

/** An address that is a link by itself, in angle brackets or without. */
class BareAddress extends CustomNode {

    private final String written;
    private final String target;

    BareAddress(String written, String target) {
        this.written = written;
        this.target = target;
    }

    /** Returns the address as in the text, with angle brackets if it has them. */
    String written() {
        return written;
    }

    /** Returns the address with its scheme. */
    String target() {
        return target;
    }

    boolean bracketed() {
        return written.startsWith("<");
    }
}
