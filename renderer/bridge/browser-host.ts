/** Browser mode's side of the bridge: fetch to the address that served the page, with the token of its fragment. */
import type { HostEvent } from '../../shared/api/views/jobs.ts';
import { fail, type Result } from '../../shared/kernel/result.ts';
import type { RendererHost } from './renderer-host.ts';

const TOKEN_KEY = 'kerbside-token';
const TOKEN = /^#([A-Za-z0-9_-]{20,})$/;
/** Pause before the event stream is asked for again, milliseconds. */
const RETRY_MS = 1000;

/**
 * The token leaves the address bar at once, so that it is in no bookmark or screenshot. It is kept for this tab and
 * this port (session storage, unlike a cookie, knows ports), so that a reload still works.
 */
function takeToken(): string {
  const given = TOKEN.exec(window.location.hash)?.[1];
  if (given !== undefined) {
    window.sessionStorage.setItem(TOKEN_KEY, given);
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
    return given;
  }
  return window.sessionStorage.getItem(TOKEN_KEY) ?? '';
}

const GONE = fail(
  'host_gone',
  'Kerbside is not answering.',
  'Start it again with npm start and open the address it prints.',
);

/** Connects to the host that served this page. */
export function connectBrowser(): RendererHost {
  const token = takeToken();
  const post = (path: string, body: BodyInit, type: string, name?: string): Promise<Response> =>
    fetch(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': type,
        ...(name === undefined ? {} : { 'x-file-name': encodeURIComponent(name) }),
      },
      body,
      cache: 'no-store',
      redirect: 'error',
    });
  const events = eventStream(token);
  return {
    call: async (channel, input) => {
      try {
        const answer = await post(`/api/${channel}`, JSON.stringify(input), 'application/json');
        return (await answer.json()) as Result<unknown>;
      } catch {
        return GONE;
      }
    },
    putFile: async (name, bytes) => {
      const body = new Blob([new Uint8Array(bytes)]);
      const answer = await post('/files', body, 'application/octet-stream', name);
      const result = (await answer.json()) as Result<{ readonly id: string }>;
      if (!result.ok) throw new Error(`${result.error.cause} ${result.error.action}`);
      return result.value.id;
    },
    getFile: async (id) => {
      const answer = await post(`/files/${encodeURIComponent(id)}`, '', 'application/json');
      if (!answer.ok) throw new Error('This file is no longer held. Make it again.');
      return new Uint8Array(await answer.arrayBuffer());
    },
    getTile: async (z, x, y) => {
      const answer = await post(`/tiles/${z}/${x}/${y}`, '', 'application/json');
      return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : null;
    },
    onEvent: (listener) => events.listen(listener),
  };
}

/** One stream for the whole page, opened with the first listener and asked for again when it breaks. */
function eventStream(token: string) {
  const listeners = new Set<(event: HostEvent) => void>();
  let running = false;
  const run = async (): Promise<void> => {
    while (listeners.size > 0) {
      try {
        await readEvents(token, (event) => {
          for (const listener of listeners) listener(event);
        });
      } catch {
        // The host was stopped or the machine slept: the next turn asks again.
      }
      await new Promise((resolve) => {
        setTimeout(resolve, RETRY_MS);
      });
    }
    running = false;
  };
  return {
    listen: (listener: (event: HostEvent) => void) => {
      listeners.add(listener);
      if (!running) {
        running = true;
        void run();
      }
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Reads one JSON object a line until the stream ends; empty lines only keep it alive. */
async function readEvents(token: string, onEvent: (event: HostEvent) => void): Promise<void> {
  const answer = await fetch('/events', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
    cache: 'no-store',
    redirect: 'error',
  });
  if (!answer.ok || answer.body === null) throw new Error('No event stream.');
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onEvent(JSON.parse(line) as HostEvent);
  }
}
