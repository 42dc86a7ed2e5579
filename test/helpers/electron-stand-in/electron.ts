/**
 * The few parts of Electron that Kerbside uses, over Playwright and Chromium: for machines where Electron's program
 * cannot be had. Its ipc speed is not Electron's.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import { log } from './log.ts';
import { preloadScript } from './preload-script.ts';
import { fromWire, toWire } from './wire.ts';

/** app://kerbside/x is served to Chromium as https://kerbside.test/x: it knows no scheme of ours. */
const toApp = (url: string): string => url.replace(/^https:\/\/(\w+)\.test\//, 'app://$1/');
const fromApp = (url: string): string => url.replace(/^app:\/\/(\w+)\//, 'https://$1.test/');

type Handler = (event: unknown, ...input: unknown[]) => unknown;
type Serve = (request: Request) => Promise<Response>;
type Block = (
  details: { readonly url: string },
  decide: (answer: { readonly cancel?: boolean }) => void,
) => void;

const handlers = new Map<string, Handler>();
let serve: Serve | null = null;
let block: Block | null = null;

class App extends EventEmitter {
  readonly #paths = new Map<string, string>();
  whenReady = (): Promise<void> => Promise.resolve();
  requestSingleInstanceLock = (): boolean => true;
  getVersion = (): string => {
    const url = new URL('../../../package.json', import.meta.url);
    return (JSON.parse(readFileSync(url, 'utf8')) as { readonly version: string }).version;
  };
  setPath = (name: string, path: string): void => {
    this.#paths.set(name, path);
  };
  quit = (): void => {
    this.emit('before-quit');
    void Promise.all(BrowserWindow.getAllWindows().map((window) => window.end())).then(() => {
      this.emit('quit');
      process.exit(0);
    });
  };
}

export const app = new App();

export const ipcMain = {
  handle: (name: string, handler: Handler): void => {
    handlers.set(name, handler);
    log.channels.push(name);
  },
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly { readonly scheme: string }[]): void => {
    log.schemes.push(...schemes.map(({ scheme }) => scheme));
  },
  handle: (_scheme: string, handler: Serve): void => {
    serve = handler;
  },
};

export const session = {
  defaultSession: {
    webRequest: {
      onBeforeRequest: (listener: Block): void => {
        block = listener;
      },
    },
    setPermissionRequestHandler: (): void => {
      log.permissionHandlers += 1;
    },
    setPermissionCheckHandler: (): void => {
      log.permissionHandlers += 1;
    },
  },
};

/** Whether the app's own rule stops a request to this address. */
export function isBlocked(url: string): boolean {
  let cancelled = false;
  block?.({ url }, (answer) => {
    cancelled = answer.cancel === true;
  });
  return cancelled;
}

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly preload?: string };
}

class WebContents extends EventEmitter {
  openHandler: (() => { readonly action: string }) | null = null;
  page: Page | null = null;
  setWindowOpenHandler(handler: () => { readonly action: string }): void {
    this.openHandler = handler;
  }
  send(channel: string, payload: unknown): void {
    const message = { channel, payload: toWire(payload) };
    const deliver = (sent: typeof message): void => {
      const receive: unknown = Reflect.get(window, '__standInReceive');
      if (typeof receive === 'function') receive(sent.channel, sent.payload);
    };
    // The page may be closing: Electron drops such messages too.
    void this.page?.evaluate(deliver, message).catch(() => undefined);
  }
  async printToPDF(options: { readonly preferCSSPageSize: boolean }): Promise<Buffer> {
    if (this.page === null) throw new Error('Nothing is loaded.');
    const { preferCSSPageSize } = options;
    return this.page.pdf({ preferCSSPageSize, printBackground: true, tagged: true, outline: true });
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly #all: BrowserWindow[] = [];
  static getAllWindows(): readonly BrowserWindow[] {
    return BrowserWindow.#all;
  }
  readonly webContents = new WebContents();
  readonly #options: WindowOptions;
  #context: BrowserContext | null = null;
  #asked = '';

  constructor(options: WindowOptions) {
    super();
    this.#options = options;
    log.webPreferences.push(options.webPreferences);
    BrowserWindow.#all.push(this);
  }
  show(): void {
    log.shown += 1;
  }
  isMinimized(): boolean {
    return false;
  }
  focus(): void {
    log.shown += 1;
  }
  async loadURL(url: string): Promise<void> {
    this.#asked = url;
    const browser = await launchChromium();
    const { width = 800, height = 600, webPreferences } = this.#options;
    this.#context = await browser.newContext({
      viewport: { width, height },
      javaScriptEnabled: webPreferences['javascript'] !== false,
    });
    await this.#context.route('**/*', (route) => this.#answer(route));
    await this.#context.exposeBinding('__standInInvoke', async (source, name: string, sent) => {
      const handler = handlers.get(name);
      if (handler === undefined) throw new Error(`No handler for ${name}.`);
      const event = { senderFrame: { url: toApp(source.frame.url()) } };
      return toWire(await handler(event, ...(fromWire(sent) as unknown[])));
    });
    if (webPreferences.preload !== undefined) {
      const preload = readFileSync(webPreferences.preload, 'utf8');
      await this.#context.addInitScript(preloadScript(preload));
    }
    const page = await this.#context.newPage();
    this.webContents.page = page;
    page.on('popup', (popup) => {
      log.popups.push(this.webContents.openHandler?.().action ?? 'allow');
      void popup.close();
    });
    page.on('console', (message) => {
      if (message.type() === 'error') log.consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => {
      log.consoleErrors.push(error.message);
    });
    await page.goto(fromApp(url));
    this.emit('ready-to-show');
  }
  destroy(): void {
    BrowserWindow.#all.splice(BrowserWindow.#all.indexOf(this), 1);
    void this.end();
  }
  async end(): Promise<void> {
    await this.#context?.browser()?.close();
  }

  /** What Electron would ask its session and its protocol handler, asked in the same order. */
  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = toApp(request.url());
    if (request.isNavigationRequest() && this.#isStopped(url)) {
      // Chromium shows an error page for an aborted navigation; 204 leaves the page where it is.
      await route.fulfill({ status: 204 });
      return;
    }
    const cancelled = isBlocked(url);
    if (cancelled || !url.startsWith('app://') || serve === null) {
      log.blocked.push({ url, byApp: cancelled });
      await route.abort('blockedbyclient');
      return;
    }
    const answer = await serve(new Request(url, { method: request.method() }));
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  }

  #isStopped(url: string): boolean {
    // Electron asks only about the page's own navigation, not about what the app loads.
    if (url === this.#asked) return false;
    let stopped = false;
    const event = {
      preventDefault: (): void => {
        stopped = true;
      },
    };
    this.webContents.emit('will-navigate', event, url);
    if (stopped) log.navigationsStopped.push(url);
    return stopped;
  }
}
