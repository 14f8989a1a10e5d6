import { common, createLowlight } from 'lowlight';

/** A piece of code of one colour. */
export interface Part {
  text: string;
  /** What it is, as highlight.js calls it; empty for the rest. */
  kind: string;
}

const known = createLowlight(common);

interface Node {
  type: string;
  value?: string;
  properties?: { className?: string[] };
  children?: Node[];
}

/** Code in pieces that put together are the code again; undefined for a language nobody here knows. */
export function highlight(code: string, language: string): Part[] | undefined {
  return known.registered(language) ? flat(known.highlight(language, code) as Node, '') : undefined;
}

function flat({ type, value, properties, children }: Node, around: string): Part[] {
  if (type === 'text') {
    return [{ text: value ?? '', kind: around }];
  }
  const kind = properties?.className?.[0]?.replace('hljs-', '') ?? around;
  return (children ?? []).flatMap((child) => flat(child, kind));
}
