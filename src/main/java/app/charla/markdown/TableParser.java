package app.charla.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Parses tables: a line with vertical bars that no other block begins with, a line of hyphens with as many cells, and the
 * lines below that have vertical bars. Unlike GitHub's a table is no part of the paragraph above it, and what a row has
 * more than the head stays.
 */
class TableParser extends AbstractBlockParser {

    private static final Pattern RULE = Pattern.compile(":?-+:?");

    private final Table block = new Table();
    private final List<SourceLine> rows = new ArrayList<>();

    /** A table; its children are the cells of all rows. */
    static class Table extends CustomBlock {}

    /** The content of a cell. */
    static class Cell extends CustomNode {}

    private TableParser(SourceLine head) {
        rows.add(head);
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        SourceLine line = rest(state);
        if (!hasBar(line)) {
            return BlockContinue.none();
        }
        rows.add(line);
        return BlockContinue.atIndex(state.getLine().getContent().length());
    }

    @Override
    public void parseInlines(InlineParser parser) {
        for (SourceLine row : rows) {
            for (SourceLine text : cells(row)) {
                var cell = new Cell();
                block.appendChild(cell);
                parser.parse(SourceLines.of(text), cell);
            }
        }
    }

    private static SourceLine rest(ParserState state) {
        SourceLine line = state.getLine();
        return line.substring(state.getIndex(), line.getContent().length());
    }

    private static boolean hasBar(SourceLine line) {
        return line.getContent().toString().indexOf('|') >= 0;
    }

    /** Returns what is between the bars of a row, without the spaces around it; an escaped bar is none. */
    private static List<SourceLine> cells(SourceLine row) {
        CharSequence text = row.getContent();
        int start = skipSpaces(text, 0, text.length());
        if (start < text.length() && text.charAt(start) == '|') {
            start++;
        }
        var cells = new ArrayList<SourceLine>();
        for (int at = start; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '|') {
                cells.add(trimmed(row, start, at));
                start = at + 1;
            }
        }
        if (cells.isEmpty() || skipSpaces(text, start, text.length()) < text.length()) {
            cells.add(trimmed(row, start, text.length()));
        }
        return cells;
    }

    private static SourceLine trimmed(SourceLine row, int from, int to) {
        CharSequence text = row.getContent();
        int start = skipSpaces(text, from, to);
        int end = to;
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return row.substring(start, end);
    }

    private static int skipSpaces(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }

    /** Starts tables, at the line of hyphens. */
    static class Factory extends AbstractBlockParserFactory {

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            List<SourceLine> paragraph = matched.getParagraphLines().getLines();
            if (paragraph.size() != 1 || state.getIndent() > MarkdownText.MAX_INDENT) {
                return BlockStart.none();
            }
            SourceLine head = paragraph.getFirst();
            SourceLine rule = rest(state);
            return hasBar(head) && hasBar(rule) && isRuleOf(cells(rule), cells(head))
                    ? BlockStart.of(new TableParser(head))
                            .atIndex(state.getLine().getContent().length())
                            .replaceParagraphLines(1)
                    : BlockStart.none();
        }

        private static boolean isRuleOf(List<SourceLine> rule, List<SourceLine> head) {
            return rule.size() == head.size()
                    && rule.stream()
                            .allMatch(cell -> RULE.matcher(cell.getContent()).matches());
        }
    }
}
