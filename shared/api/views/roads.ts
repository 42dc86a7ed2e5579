/** The road network beside a store, and what an import of one tells. */
import type { Failure } from '../../kernel/result.ts';
import type { RoadsMeta } from '../../roads/roads-data.ts';

/** The network in use. */
export interface RoadsNow {
  /** Null where none is loaded: distances are estimated. */
  readonly network: { readonly meta: RoadsMeta; readonly bytes: number } | null;
  /** Why the file that lies there cannot be used; null where all is well. */
  readonly problem: Failure | null;
  /** Own districts whose middle lies outside the network, by name. */
  readonly missing: readonly string[];
  /** Whether the store holds boundaries to cut an extract to. */
  readonly has_boundaries: boolean;
  /** What was taken in once and no longer lies beside the store: it was moved without them. */
  readonly lost: readonly LostFile[];
}

/** A file that lay beside the store. */
export interface LostFile {
  readonly kind: 'roads' | 'map';
  /** What is missing, where it was made from, and what to do: sentences. */
  readonly words: string;
}

/** What an import made. */
export interface RoadsTaken {
  readonly bytes: number;
  readonly meta: RoadsMeta;
  /** The base map from the same extract; kept where the council's own lies there. The network stands without it. */
  readonly map:
    | { readonly kind: 'made'; readonly tiles: number; readonly bytes: number }
    | { readonly kind: 'kept'; readonly name: string }
    | { readonly kind: 'failed'; readonly error: Failure };
  readonly missing: readonly string[];
}
