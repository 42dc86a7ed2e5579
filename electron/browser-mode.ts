/** The same contract on 127.0.0.1, for a machine without Electron and for tests. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostEvent } from '../shared/api/views/jobs.ts';
import { fail, ok, type Failure, type Result } from '../shared/kernel/result.ts';
import type { Dispatch } from './api/dispatch.ts';
import { refusal } from './browser-guard.ts';
import type { InputFile } from './files/input-file.ts';
import { readPageFile } from './page-files.ts';
import { POLICY_HEADERS } from './page-policy.ts';

/** Largest JSON request, bytes: ids of 20,000 clients take a tenth of it. */
const LIMIT_CALL = 4 * 1024 ** 2;
/** Largest file sent, bytes. */
const LIMIT_FILE = 512 * 1024 ** 2;
/** An empty line this often keeps the event stream alive, milliseconds. */
const KEEP_ALIVE_MS = 15_000;

/** What browser mode serves. */
export interface BrowserModeOptions {
  /** Folder of the built page. */
  readonly renderer: string;
  readonly dispatch: Dispatch;
  readonly files: {
    readonly get: (id: string) => Result<InputFile>;
    readonly put: (name: string, bytes: Uint8Array) => string;
  };
  /** One tile of the map beside the store, null where there is none. */
  readonly tile: (z: number, x: number, y: number) => Promise<Uint8Array | null>;
  /** Registers a hearer of the host's events; the returned function ends it. */
  readonly listen: (hearer: (event: HostEvent) => void) => () => void;
  /** 0 or absent: any free port. */
  readonly port?: number;
}

/** A running browser mode. */
export interface BrowserMode {
  /** `http://127.0.0.1:PORT/#TOKEN` */
  readonly url: string;
  readonly origin: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

/** Serves the page and the contract to this machine only. */
export async function startBrowserMode(options: BrowserModeOptions): Promise<BrowserMode> {
  const token = randomBytes(32).toString('base64url');
  const streams = new Set<ServerResponse>();
  let origin = '';
  const server = createServer((request, response) => {
    answer(request, response, { ...options, origin, token, streams }).catch((bug: unknown) => {
      const cause = bug instanceof Error ? bug.message : String(bug);
      if (!response.headersSent) sendFailure(response, 500, 'bug', cause);
      else response.destroy();
    });
  });
  await listenOn(server, options.port ?? 0);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/#${token}`,
    origin,
    token,
    close: async () => {
      for (const stream of streams) stream.end();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve();
    });
  });
}

type Serving = BrowserModeOptions & {
  readonly origin: string;
  readonly token: string;
  readonly streams: Set<ServerResponse>;
};

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
): Promise<void> {
  const refused = refusal(request, serving);
  if (refused !== null) {
    sendFailure(response, refused.status, 'refused', refused.cause);
    return;
  }
  // As it was sent: a parser would tidy `..` away, and take `//name` for another host.
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (request.method !== 'POST') {
    await sendPage(response, serving.renderer, path, request.method === 'HEAD');
  } else if (path.startsWith('/api/')) {
    await answerCall(request, response, serving, path.slice('/api/'.length));
  } else if (path === '/files') {
    await takeFile(request, response, serving);
  } else if (path.startsWith('/files/')) {
    sendFile(response, serving, path.slice('/files/'.length));
  } else if (path.startsWith('/tiles/')) {
    await sendTile(response, serving, path);
  } else if (path === '/events') {
    streamEvents(response, serving);
  } else {
    sendFailure(response, 404, 'unknown_address', 'There is nothing at this address.');
  }
}

async function sendPage(
  response: ServerResponse,
  renderer: string,
  path: string,
  headOnly: boolean,
): Promise<void> {
  const file = await readPageFile(renderer, path);
  if (file === null) {
    sendFailure(response, 404, 'unknown_address', 'There is nothing at this address.');
    return;
  }
  response.writeHead(200, {
    ...POLICY_HEADERS,
    'content-type': file.type,
    'content-length': file.bytes.byteLength,
    'cache-control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-store',
  });
  response.end(headOnly ? undefined : file.bytes);
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
  channel: string,
): Promise<void> {
  const body = await readBody(request, LIMIT_CALL);
  if (body === null) {
    sendFailure(response, 413, 'too_large', 'This request is too large.');
    return;
  }
  let input: unknown;
  try {
    input = JSON.parse(body.toString('utf8'));
  } catch {
    sendJson(response, 400, fail('bad_input', 'This request is not JSON.', 'Send a JSON object.'));
    return;
  }
  sendJson(response, 200, await serving.dispatch(channel, input));
}

async function takeFile(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
): Promise<void> {
  const body = await readBody(request, LIMIT_FILE);
  if (body === null) {
    sendFailure(response, 413, 'too_large', 'This file is larger than 512 MB.');
    return;
  }
  const name = request.headers['x-file-name'];
  const id = serving.files.put(decodeName(typeof name === 'string' ? name : 'file'), body);
  sendJson(response, 200, ok({ id }));
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function sendFile(response: ServerResponse, serving: Serving, id: string): void {
  const file = serving.files.get(decodeName(id));
  if (!file.ok || !('bytes' in file.value.source)) {
    sendFailure(response, 404, 'file_gone', 'This file is no longer held.');
    return;
  }
  const { bytes } = file.value.source;
  response.writeHead(200, {
    ...POLICY_HEADERS,
    'content-type': 'application/octet-stream',
    'content-length': bytes.byteLength,
    'cache-control': 'no-store',
  });
  response.end(bytes);
}

/** A tile of the map, or 204 where there is none. */
async function sendTile(response: ServerResponse, serving: Serving, path: string): Promise<void> {
  const [z = -1, x = -1, y = -1] = path.slice('/tiles/'.length).split('/').map(Number);
  const asked = [z, x, y].every((each) => Number.isInteger(each) && each >= 0 && each < 2 ** z);
  const bytes = asked && z <= 24 ? await serving.tile(z, x, y) : null;
  response.writeHead(bytes === null ? 204 : 200, {
    ...POLICY_HEADERS,
    'content-type': 'application/octet-stream',
    'content-length': bytes?.byteLength ?? 0,
    'cache-control': 'no-store',
  });
  response.end(bytes ?? undefined);
}

/** One JSON object a line, for as long as the page stays. */
function streamEvents(response: ServerResponse, serving: Serving): void {
  response.writeHead(200, {
    ...POLICY_HEADERS,
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.write('\n');
  const end = serving.listen((event) => response.write(`${JSON.stringify(event)}\n`));
  const beat = setInterval(() => response.write('\n'), KEEP_ALIVE_MS);
  serving.streams.add(response);
  response.on('close', () => {
    clearInterval(beat);
    serving.streams.delete(response);
    end();
  });
}

/** The whole body, or null once it passes the limit (the rest is thrown away unread into memory). */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size <= limit) parts.push(part);
    else parts.length = 0;
  }
  return size <= limit ? Buffer.concat(parts, size) : null;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...POLICY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  response.end(text);
}

function sendFailure(response: ServerResponse, status: number, code: string, cause: string): void {
  const error: Failure = {
    code,
    cause,
    action: 'Open the address that Kerbside printed when it was started.',
  };
  sendJson(response, status, { ok: false, error });
}
