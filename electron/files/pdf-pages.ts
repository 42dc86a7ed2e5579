/** On which page of a printed .pdf each of its sections begins, so that an index can say so. */

/**
 * Reads the named destinations of a .pdf as Chromium writes it: plain objects, destinations by the id of the element. Page
 * numbers from 1. A file written in another way gives an empty map, and an index then goes without numbers.
 */
export function sectionPages(pdf: Uint8Array): ReadonlyMap<string, number> {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const pages = pageOrder(text);
  const found = new Map<string, number>();
  for (const [, name = '', object = ''] of text.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ/g)) {
    const page = pages.indexOf(object);
    if (page >= 0 && name !== 'Dest') found.set(name, page + 1);
  }
  return found;
}

/** Numbers of the page objects in reading order: the page tree's leaves, depth first. */
function pageOrder(text: string): readonly string[] {
  const kids = new Map<string, readonly string[]>();
  const inner = new Set<string>();
  for (const [, object = '', body = ''] of text.matchAll(
    /(?:^|\n)(\d+) 0 obj\s*<<\/Type \/Pages\b([^>]*)>>/g,
  )) {
    const list = /\/Kids \[([^\]]*)\]/.exec(body)?.[1] ?? '';
    const each = [...list.matchAll(/(\d+) 0 R/g)].map(([, kid = '']) => kid);
    kids.set(object, each);
    for (const kid of each) inner.add(kid);
  }
  const root = [...kids.keys()].find((object) => !inner.has(object));
  const leaves = (object: string): readonly string[] =>
    kids.has(object) ? (kids.get(object) ?? []).flatMap(leaves) : [object];
  return root === undefined ? [] : leaves(root);
}
