package app.charla.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Collects the runs of text and the links of a parsed document. */
class MarkdownCollector {

    private final List<String> runs = new ArrayList<>();
    private final List<MarkdownText.Link> links = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private boolean visible;

    /** Returns false if nothing of it would be seen, or it is nested too deep: then it is shown as it was written. */
    boolean collect(Node document) {
        boolean complete = children(document, 0, 0);
        endRun();
        return complete && visible;
    }

    MarkdownText result() {
        return new MarkdownText(List.copyOf(runs), List.copyOf(links));
    }

    private boolean children(Node parent, int blocks, int inlines) {
        if (blocks > MarkdownText.MAX_DEPTH || inlines > MarkdownText.MAX_DEPTH) {
            return false;
        }
        for (Node each = parent.getFirstChild(); each != null; each = each.getNext()) {
            if (!node(each, blocks, inlines)) {
                return false;
            }
        }
        return true;
    }

    private boolean node(Node node, int blocks, int inlines) {
        return switch (node) {
            case Text text -> append(text.getLiteral());
            case BareAddress address -> address(address);
            case Link link -> link(link, blocks, inlines);
            case Emphasis _, StrongEmphasis _, Strikethrough _, SpoilerProcessor.Spoiler _ ->
                separate(node, blocks, inlines + 1);
            case BlockQuote _, ListBlock _ -> separate(node, blocks + 1, inlines);
            case Code code -> code(code.getLiteral());
            case FencedCodeBlock code -> code(code.getLiteral());
            case EscapeParser.Escaped _ -> {
                visible = true;
                yield endRun();
            }
            default -> separate(node, blocks, inlines);
        };
    }

    private boolean link(Link node, int blocks, int inlines) {
        String destination = plain(node.getDestination());
        String title = node.getTitle();
        if (!WebAddress.isLinkable(destination)) {
            append("[");
            boolean complete = children(node, blocks, inlines + 1);
            append("](" + destination + (title == null || title.isEmpty() ? "" : " \"" + title + "\"") + ")");
            return complete;
        }
        addLink(destination, false);
        // Its text is not searched; it is only too deep, or not.
        var inner = new MarkdownCollector();
        return inner.children(node, blocks, inlines + 1);
    }

    private boolean address(BareAddress address) {
        String target = plain(address.target());
        if (WebAddress.isLinkable(target)) {
            addLink(target, address.bracketed());
            return true;
        }
        return append(address.written());
    }

    private boolean code(String text) {
        visible |= !InvisibleText.isBlank(text);
        return endRun();
    }

    private void addLink(String address, boolean bracketed) {
        endRun();
        visible = true; // Without a text, its address is shown.
        if (WebAddress.isWeb(address)) {
            links.add(new MarkdownText.Link(address, bracketed));
        }
    }

    private boolean separate(Node node, int blocks, int inlines) {
        endRun();
        boolean complete = children(node, blocks, inlines);
        return endRun() && complete;
    }

    private boolean append(String text) {
        run.append(plain(text));
        visible |= !InvisibleText.isBlank(text);
        return true;
    }

    private static String plain(String text) {
        return text.indexOf(MarkdownText.SEPARATOR) < 0
                ? text
                : text.replace(String.valueOf(MarkdownText.SEPARATOR), "");
    }

    private boolean endRun() {
        if (!run.isEmpty()) {
            runs.add(run.toString());
            run.setLength(0);
        }
        return true;
    }
}
