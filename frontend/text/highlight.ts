import { common, createLowlight } from 'lowlight';

/** A part of a code block with one kind of highlighting. */
export interface Part {
  text: string;
  /** The scope of highlight.js, without its prefix; empty for plain code. */
  kind: string;
}

const lowlight = createLowlight(common);

interface Node {
  type: string;
  value?: string;
  properties?: { className?: string[] };
  children?: Node[];
}

/** Highlights code. The texts of the parts join to the same code; undefined for an unknown language. */
export function highlight(code: string, language: string): Part[] | undefined {
  return lowlight.registered(language) ? flatten(lowlight.highlight(language, code), '') : undefined;
}

function flatten({ type, value, properties, children }: Node, inherited: string): Part[] {
  if (type === 'text') {
    return [{ text: value ?? '', kind: inherited }];
  }
  const kind = properties?.className?.[0]?.replace('hljs-', '') ?? inherited;
  return (children ?? []).flatMap((child) => flatten(child, kind));
}
