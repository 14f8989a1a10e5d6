import type { StateBlock } from 'markdown-it';

type BlockRule = (state: StateBlock, start: number, end: number, silent: boolean) => boolean;

const HEADING = /^(#{1,6})[ \t]+([^ \t][^]*?)[ \t]*$/;
const RULE = /^(:?)-+(:?)$/;
/** Spaces before a block that is no paragraph. */
const MAX_INDENT = 3;

/** How the cells of a column are aligned. */
export type Alignment = 'left' | 'center' | 'right';

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
}

function indentOf(state: StateBlock, line: number): number {
  return state.sCount[line] - state.blkIndent;
}

/**
 * Headings: one to six number signs, a space and text. Unlike CommonMark's they have text always, and neither number signs
 * at their end nor a line below make one. HeadingParser.java has the same rule.
 */
export const heading: BlockRule = (state, start, _end, silent) => {
  const found = indentOf(state, start) <= MAX_INDENT ? HEADING.exec(lineOf(state, start)) : null;
  if (!found || silent) {
    return found !== null;
  }
  const [, marks, text] = found;
  state.line = start + 1;
  state.push('heading_open', `h${marks.length}`, 1);
  pushText(state, text, start);
  state.push('heading_close', `h${marks.length}`, -1);
  return true;
};

function pushText(state: StateBlock, text: string, line: number): void {
  const inline = state.push('inline', '', 0);
  inline.content = text;
  inline.map = [line, line + 1];
  inline.children = [];
}

/**
 * Tables: a line with vertical bars that no other block begins with, a line of hyphens with as many cells, and the lines
 * below that have vertical bars. Unlike GitHub's a table is no part of the paragraph above it, and what a row has more than
 * the head stays. TableParser.java has the same rule.
 */
export const table: BlockRule = (state, start, end, silent) => {
  if (silent || start + 1 >= end || indentOf(state, start + 1) < 0 || indentOf(state, start + 1) > MAX_INDENT) {
    return false;
  }
  const [head, rule] = [lineOf(state, start), lineOf(state, start + 1)];
  if (!head.includes('|') || !rule.includes('|')) {
    return false;
  }
  const rules = cellsOf(rule).map((cell) => RULE.exec(cell));
  if (rules.includes(null) || rules.length !== cellsOf(head).length) {
    return false;
  }
  const open = state.push('table_open', 'table', 1);
  open.meta = { alignments: rules.map((found) => alignment(found?.[1], found?.[2])) };
  pushRow(state, head, start);
  let next = start + 2;
  for (; next < end && indentOf(state, next) >= 0 && lineOf(state, next).includes('|'); next++) {
    pushRow(state, lineOf(state, next), next);
  }
  state.push('table_close', 'table', -1);
  state.line = next;
  return true;
};

function alignment(left = '', right = ''): Alignment | undefined {
  return left && right ? 'center' : right ? 'right' : left ? 'left' : undefined;
}

function pushRow(state: StateBlock, row: string, line: number): void {
  state.push('row_open', 'tr', 1);
  cellsOf(row).forEach((cell) => pushText(state, cell, line));
  state.push('row_close', 'tr', -1);
}

/** Returns what is between the bars of a row, without the spaces around it; an escaped bar is none. */
function cellsOf(row: string): string[] {
  let start = /^[ \t]*\|?/.exec(row)![0].length;
  const cells: string[] = [];
  for (let at = start; at < row.length; at++) {
    if (row[at] === '\\') {
      at++;
    } else if (row[at] === '|') {
      cells.push(row.slice(start, at));
      start = at + 1;
    }
  }
  const last = row.slice(start);
  if (cells.length === 0 || /[^ \t]/.test(last)) {
    cells.push(last);
  }
  return cells.map((cell) => cell.replace(/^[ \t]+|[ \t]+$/g, ''));
}
