/** The built page's files by their web paths: no path outside the folder can be asked for. */
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
};

/** A file of the page, ready to send. */
export interface PageFile {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly type: string;
  /** Named by a hash of its content, so it may be kept for good. */
  readonly immutable: boolean;
}

/**
 * Reads the file at a web path (`/` is index.html) below `root`; null where there is none, where its type is not one
 * the page uses, or where the path leaves the folder.
 */
export async function readPageFile(root: string, webPath: string): Promise<PageFile | null> {
  let path: string;
  try {
    path = decodeURIComponent(webPath);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const base = resolve(root);
  const full = resolve(base, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  const type = TYPES[extname(full)];
  if (type === undefined || !full.startsWith(base + sep)) return null;
  try {
    const bytes = await readFile(full);
    return { bytes, type, immutable: path.startsWith('/assets/') };
  } catch {
    return null;
  }
}
