/** Long work and what the host tells of it. */
import type { Failure } from '../../kernel/result.ts';
import type { ImportReport } from '../../model/import.ts';
import type { TileInfo } from './map.ts';
import type { WhatIfView } from './what-if.ts';
import type { NamingView, ProvisionView } from './placements.ts';
import type { RoadsTaken } from './roads.ts';

export type JobState = 'running' | 'done' | 'failed' | 'cancelled';

export interface Job {
  readonly id: string;
  readonly kind:
    | 'import'
    | 'plan'
    | 'export'
    | 'demo'
    | 'appeal-pack'
    | 'backup'
    | 'restore'
    | 'letters'
    | 'reprint'
    | 'route-sheets'
    | 'lots'
    | 'lists'
    | 'map'
    | 'roads'
    | 'map-print'
    | 'what-if'
    | 'naming'
    | 'provision'
    | 'value'
    | 'bulk';
  readonly label: string;
  readonly state: JobState;
  readonly stage: string;
  readonly progress: number | null;
  readonly error: Failure | null;
  readonly result: JobResult | null;
}

export type JobResult =
  | { readonly kind: 'import'; readonly report: ImportReport }
  | { readonly kind: 'plan'; readonly plan_id: number }
  | {
      readonly kind: 'export';
      readonly file_id: string;
      readonly name: string;
      readonly bytes: number;
    }
  | {
      readonly kind: 'letters';
      readonly file_id: string;
      readonly name: string;
      readonly batch: number;
      readonly letters: number;
      readonly files: readonly string[];
    }
  | { readonly kind: 'demo'; readonly path: string }
  | { readonly kind: 'backup'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'restore'; readonly path: string }
  | { readonly kind: 'map'; readonly info: TileInfo }
  | { readonly kind: 'what-if'; readonly view: WhatIfView }
  | { readonly kind: 'naming'; readonly view: NamingView }
  | { readonly kind: 'provision'; readonly views: readonly ProvisionView[] }
  | { readonly kind: 'value'; readonly what: 'lone' | 'seats' | 'as_one' }
  | ({ readonly kind: 'roads' } & RoadsTaken)
  | { readonly kind: 'bulk'; readonly changed: number; readonly left_out: number };

export type HostEvent =
  | { readonly type: 'job'; readonly job: Job }
  | {
      readonly type: 'changed';
      readonly areas: readonly ('store' | 'applications' | 'plan' | 'data' | 'settings' | 'map')[];
    };
