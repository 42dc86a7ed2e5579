/** The window and its walls. The only place where webPreferences are set. */
import { randomBytes } from 'node:crypto';
import { BrowserWindow, protocol, session, type Session, type WebContents } from 'electron';
import { ok, type Result } from '../shared/kernel/result.ts';
import { BUILT } from './built-paths.ts';
import { readPageFile } from './page-files.ts';
import { POLICY_HEADERS } from './page-policy.ts';

const SCHEME = 'app';
/** The page's own address: a scheme of our own, since file: would let one page read every file. */
export const PAGE = `${SCHEME}://kerbside/`;
/** What a page may ask for: itself, and bytes it made. */
const OWN = /^(app:\/\/(kerbside|paper)\/|blob:app:\/\/kerbside\/|data:|devtools:)/;
/** Pages waiting to be printed, by the last part of their address. */
const papers = new Map<string, string>();
/** A paper runs nothing and loads nothing: its fonts and pictures are in it. */
const PAPER_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
};

/** Must run before the app is ready: a standard, secure scheme has an origin, storage and fetch. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page, and walls the session off: no network, no permissions. Once, when the app is ready. */
export function prepareSession(): void {
  const own = session.defaultSession;
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const paper = url.host === 'paper' ? papers.get(url.pathname.slice(1)) : undefined;
    if (paper !== undefined) return new Response(paper, { headers: PAPER_HEADERS });
    const file = url.host === 'kerbside' ? await readPageFile(BUILT.renderer, url.pathname) : null;
    if (file === null) return new Response('Not found', { status: 404, headers: POLICY_HEADERS });
    return new Response(file.bytes, { headers: { ...POLICY_HEADERS, 'content-type': file.type } });
  });
  blockNetwork(own);
  own.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  own.setPermissionCheckHandler(() => false);
}

/** The running app makes no request to any network, whatever a library tries. */
function blockNetwork(own: Session): void {
  own.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !OWN.test(details.url) });
  });
}

/** Opens the main window on the page. */
export async function openWindow(): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1400,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    title: 'Kerbside',
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: BUILT.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  wall(window.webContents);
  window.once('ready-to-show', () => {
    window.show();
  });
  await window.loadURL(PAGE);
  return window;
}

/** Prints a self-contained page, in a window nobody sees: tagged, with an outline, on the paper its own rules name. */
export async function printPage(html: string): Promise<Result<Uint8Array>> {
  const name = randomBytes(9).toString('hex');
  papers.set(name, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      javascript: false,
    },
  });
  wall(window.webContents);
  try {
    await window.loadURL(`${SCHEME}://paper/${name}`);
    const bytes = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return ok(new Uint8Array(bytes));
  } finally {
    papers.delete(name);
    window.destroy();
  }
}

/** The page stays where it is: no other page, no new window, no embedded one. */
function wall(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, url) => {
    if (!url.startsWith(PAGE)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}
