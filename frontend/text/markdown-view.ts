import { css, html, type TemplateResult } from 'lit';
import './code-block.ts';
import './spoiler.ts';
import type { Labels } from '../platform/labels.ts';
import { linkStyles, renderLink } from './link-view.ts';
import type { MentionView } from './mention-view.ts';
import { parse, type Block, type Inline } from './markdown.ts';

/** Renders the text of a message. Only text nodes are made from it: nothing that was written becomes markup of the page. */
export function renderMarkdown(text: string, labels: Labels, mentions?: MentionView): unknown {
  const blocks = parse(text);
  const inlines = (parts: Inline[]): unknown[] => parts.map((part) => inline(part, labels, mentions));
  // A single paragraph needs no block, so that the time can be beside it.
  return blocks.length === 1 && blocks[0].type === 'paragraph'
    ? inlines(blocks[0].children)
    : blocks.map((each) => block(each, labels, inlines));
}

type Inlines = (parts: Inline[]) => unknown[];

function block(part: Block, labels: Labels, inlines: Inlines): TemplateResult {
  switch (part.type) {
    case 'code':
      return html`<charla-code-block .code=${part.text} .language=${part.language} .labels=${labels}></charla-code-block>`;
    case 'quote':
      return html`<blockquote>${part.children.map((each) => block(each, labels, inlines))}</blockquote>`;
    case 'list': {
      const items = part.items.map(
        (item) => html`<li class=${isTask(item) ? 'task' : ''}>${item.map((each) => block(each, labels, inlines))}</li>`
      );
      return part.start === undefined ? html`<ul>${items}</ul>` : html`<ol start=${part.start}>${items}</ol>`;
    }
    case 'heading':
      return html`<p class="heading h${part.level}" role="heading" aria-level=${part.level + 2}>${inlines(part.children)}</p>`;
    case 'table':
      return table(part, inlines);
    default:
      return html`<p>${inlines(part.children)}</p>`;
  }
}

/** A table; where it is wider than the message, it scrolls. */
function table({ rows: [head, ...rows], alignments }: Block & { type: 'table' }, inlines: Inlines): TemplateResult {
  return html`<div class="table" tabindex="0" role="group">
    <table>
      <thead>
        <tr>${head.map((cell, at) => html`<th scope="col" class=${alignments[at] ?? ''}>${inlines(cell)}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>${row.map((cell, at) => html`<td class=${alignments[at] ?? ''}>${inlines(cell)}</td>`)}</tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

function isTask([first]: Block[]): boolean {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' && /^[☐☑]/.test(text.text);
}

function inline(part: Inline, labels: Labels, mentions?: MentionView): unknown {
  const inlines = (parts: Inline[]): unknown[] =>
    parts.map((each) => inline(each, labels, part.type === 'link' ? undefined : mentions));
  switch (part.type) {
    case 'text':
      return mentions ? mentions.render(part.text) : part.text;
    case 'break':
      return html`<br />`;
    case 'code':
      return html`<code>${part.text}</code>`;
    case 'strong':
      return html`<strong>${inlines(part.children)}</strong>`;
    case 'em':
      return html`<em>${inlines(part.children)}</em>`;
    case 'del':
      return html`<del>${inlines(part.children)}</del>`;
    case 'spoiler':
      return html`<charla-spoiler .label=${labels.of('log.spoiler')}>${inlines(part.children)}</charla-spoiler>`;
    case 'link':
      return renderLink(part, inlines(part.children));
  }
}

/** The rules of rendered Markdown, within `.text`. */
export const markdownStyles = css`
  ${linkStyles}

  .text :is(p, ul, ol, blockquote) {
    margin: 0;
  }

  .text > :is(p, ul, ol, blockquote, .table, charla-code-block):not(:last-child) {
    margin-bottom: 6px;
  }

  /* The time is beside the last line. */
  .text > p:last-child {
    display: inline;
  }

  .text :is(ul, ol) {
    padding-inline-start: 22px;
    white-space: normal;
  }

  .text li {
    white-space: pre-wrap;
  }

  /* The box of a task stands where the bullet would. */
  .text li.task {
    margin-inline-start: -1.1em;
    padding-inline-start: 1.15em;
    text-indent: -1.15em;
    list-style: none;
  }

  .text li.task :is(ul, ol, blockquote, charla-code-block, p + p) {
    text-indent: 0;
  }

  .text .heading {
    margin-block-start: 4px;
    font-weight: 700;
    line-height: 1.3;
  }

  .text .h1 {
    font-size: 1.25em;
  }

  .text .h2 {
    font-size: 1.125em;
  }

  .text .table {
    overflow-x: auto;
    scrollbar-width: thin;
    white-space: normal;
  }

  .text .table:focus-visible {
    outline: 2px solid var(--accent);
  }

  .text table {
    border-collapse: collapse;
    font-size: 0.9375em;
  }

  .text :is(th, td) {
    padding: 4px 10px;
    border: 1px solid var(--border);
    text-align: start;
    vertical-align: top;
  }

  .text th {
    background: color-mix(in srgb, var(--text) 5%, transparent);
  }

  .text :is(th, td).center {
    text-align: center;
  }

  .text :is(th, td).right {
    text-align: end;
  }

  .text blockquote {
    padding-inline-start: 10px;
    color: var(--muted);
    border-inline-start: 3px solid var(--border);
  }

  .text code {
    padding: 1px 5px;
    font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: 0.875em;
    background: color-mix(in srgb, var(--text) 8%, transparent);
    border-radius: 5px;
  }
`;
