import { paperFontRule } from '../files/paper-font.ts';
import { escapeHtml } from './paper-table.ts';

/** A printed document as one self-contained page: it asks for nothing, font and style are inside it, and no script ever runs in it. */
export async function paperDocument(paper: {
  readonly title: string;
  readonly style: string;
  /** What stands in `main`, as HTML. */
  readonly main: string;
  /** Class of `main`; none where not given. */
  readonly kind?: string;
}): Promise<string> {
  const kind = paper.kind === undefined ? '' : ` class="${paper.kind}"`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escapeHtml(paper.title)}</title>
<style>${await paperFontRule()}${paper.style}</style>
</head>
<body>
<main${kind}>
${paper.main}
</main>
</body>
</html>`;
}
