package app.charla.markdown;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.node.Text;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Parses spoilers: text between two vertical bars on either side, which a reader uncovers. */
class SpoilerProcessor implements DelimiterProcessor {

    private static final int LENGTH = 2;

    /** A spoiler. */
    static class Spoiler extends CustomNode {}

    @Override
    public char getOpeningCharacter() {
        return '|';
    }

    @Override
    public char getClosingCharacter() {
        return '|';
    }

    @Override
    public int getMinLength() {
        return LENGTH;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
        if (opening.length() != LENGTH || closing.length() != LENGTH) {
            return 0;
        }
        Text opener = opening.getOpener();
        var spoiler = new Spoiler();
        for (Node inside : Nodes.between(opener, closing.getCloser())) {
            spoiler.appendChild(inside);
        }
        opener.insertAfter(spoiler);
        return LENGTH;
    }
}
