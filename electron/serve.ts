/** Browser mode put together: a host, its dispatcher and the address that serves them. */
import type { IsoDate } from '../shared/calendar/dates.ts';
import { createDispatch } from './api/dispatch.ts';
import { startBrowserMode, type BrowserMode } from './browser-mode.ts';
import { createHost, type ComposedHost } from './create-host.ts';
import type { PdfPrinter } from './files/pdf-printer.ts';
import { machineDate } from './machine-date.ts';
import { storeDoors } from './store-doors.ts';

/** What a host needs of the machine it is on. */
export interface MachineOptions {
  readonly shell: 'electron' | 'browser';
  readonly version: string;
  readonly dataFolder: string;
  /** The day to count from instead of the machine's date. */
  readonly on?: IsoDate | null;
  readonly print?: PdfPrinter;
}

/** A host on this machine's disk and clock; no store is open yet. */
export function composeHost({ on, ...machine }: MachineOptions): ComposedHost {
  return createHost({ ...machine, doors: storeDoors, date: () => on ?? machineDate() });
}

/** What to serve, and where. */
export interface ServeOptions {
  /** Folder of the built page. */
  readonly renderer: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Hears of bugs caught by the dispatcher. */
  readonly report: (channel: string, bug: unknown) => void;
}

/** Serves a host in browser mode. Closing the mode leaves the host to its owner. */
export function serve(composed: ComposedHost, options: ServeOptions): Promise<BrowserMode> {
  return startBrowserMode({
    renderer: options.renderer,
    dispatch: createDispatch(composed.host, options.report),
    files: composed.host.files,
    tile: composed.host.tiles.tile,
    listen: composed.listen,
    port: options.port ?? 0,
  });
}
