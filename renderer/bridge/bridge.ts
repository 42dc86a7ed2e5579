/** The screens' only way to the host: Electron's preload where there is one, else browser mode on this machine. */
import type { ChannelName, Input, Output } from '../../shared/api/contract.ts';
import type { HostEvent } from '../../shared/api/views/jobs.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { connectBrowser } from './browser-host.ts';
import type { RendererHost } from './renderer-host.ts';

declare global {
  interface Window {
    /** Set by the preload; absent in browser mode. */
    readonly kerbside?: RendererHost;
  }
}

let connected: RendererHost | null = null;

function host(): RendererHost {
  connected ??= window.kerbside ?? connectBrowser();
  return connected;
}

/** Asks the host for one verb of the contract. Never rejects: a lost host is the failure `host_gone`. */
export async function call<C extends ChannelName>(
  channel: C,
  input: Input<C>,
): Promise<Result<Output<C>>> {
  // The host answers what the contract says; the compiler holds its handlers to it.
  return (await host().call(channel, input)) as Result<Output<C>>;
}

/** Hands a file's bytes to the host and returns the id that later calls name it by. */
export function putFile(name: string, bytes: Uint8Array): Promise<string> {
  return host().putFile(name, bytes);
}

/** The bytes of a file the host made or was given. */
export function getFile(id: string): Promise<Uint8Array> {
  return host().getFile(id);
}

/** A tile of the map beside the store, unpacked; null where there is none. `y` counts from the north. */
export function getTile(z: number, x: number, y: number): Promise<Uint8Array | null> {
  return host().getTile(z, x, y);
}

/** Hears what the host tells every screen, until the returned function is called. */
export function onEvent(listener: (event: HostEvent) => void): () => void {
  return host().onEvent(listener);
}
