import type { HostEvent } from '../../shared/api/views/jobs.ts';
import type { Result } from '../../shared/kernel/result.ts';

/** What a shell offers the page: the contract's channels, files by their bytes, and events. */
export interface RendererHost {
  readonly call: (channel: string, input: unknown) => Promise<Result<unknown>>;
  readonly putFile: (name: string, bytes: Uint8Array) => Promise<string>;
  readonly getFile: (id: string) => Promise<Uint8Array>;
  /** A tile of the map beside the store; null where there is none. */
  readonly getTile: (z: number, x: number, y: number) => Promise<Uint8Array | null>;
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void;
}
