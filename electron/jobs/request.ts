import type { LetterOf } from './letter-batch.ts';
import type { HistoryFilter } from '../../shared/api/views/history.ts';
import type { Period } from '../../shared/calendar/financial-year.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { ColumnMapping, ImportKind } from '../../shared/model/import.ts';
import type { Change } from '../../db/store.ts';
import type { LetterKind } from '../../shared/model/letter.ts';
import type { NewProvision } from '../../shared/model/placement.ts';
import type { Moment } from '../../shared/model/tender.ts';
import type { Handed, ListKind } from '../../shared/model/paper.ts';
import type { BulkAction } from '../../shared/api/views/bulk.ts';
import type { WhatIfAsked } from '../../shared/api/views/what-if.ts';
import type { ValueWork } from './value/reckon-value.ts';
import type { InputFile } from '../files/input-file.ts';
import type { Scenario } from '../../shared/pressure/forecast/assumptions.ts';

/** Long work that a worker thread can be asked for: plain data, so that it can be posted. */
export type JobRequest =
  | {
      readonly kind: 'import';
      readonly label: string;
      readonly import_kind: ImportKind;
      readonly files: readonly InputFile[];
      readonly mapping: ColumnMapping | null;
      /** Of bids: when they came; null: now. */
      readonly received_at?: Moment | null;
    }
  | {
      readonly kind: 'plan';
      readonly label: string;
      readonly school_urn: number | null;
      readonly seconds: number | null;
      readonly iterations: number | null;
      readonly settle: boolean;
      readonly seed: number;
    }
  | {
      readonly kind: 'export';
      readonly label: string;
      readonly report: 'cost-pressure';
      readonly format: 'xlsx' | 'csv' | 'pdf';
      /** What its years to come rest on; absent: the central scenario. */
      readonly scenario?: Scenario;
    }
  | {
      readonly kind: 'export';
      readonly label: string;
      readonly report: 'history';
      readonly format: 'xlsx' | 'csv';
      readonly filter: HistoryFilter;
    }
  | {
      readonly kind: 'export';
      readonly label: string;
      readonly report: 'changes';
      readonly format: 'xlsx' | 'csv';
      readonly since: IsoDate;
    }
  | { readonly kind: 'export'; readonly label: string; readonly report: 'family-details' }
  | { readonly kind: 'export'; readonly label: string; readonly report: 'register' }
  | {
      readonly kind: 'export';
      readonly label: string;
      readonly report: 'notices';
      readonly ids: readonly number[];
    }
  | {
      readonly kind: 'export';
      readonly label: string;
      readonly report: 'invoices';
      /** `2026-06`; '' for all. */
      readonly month: string;
    }
  | {
      readonly kind: 'export';
      readonly label: string;
      readonly report: 'monitoring';
      readonly format: 'xlsx' | 'csv';
      readonly period: Period;
    }
  | {
      readonly kind: 'demo';
      readonly label: string;
      readonly path: string;
      /** null: the usual size. */
      readonly clients: number | null;
      readonly seed: number;
    }
  | {
      readonly kind: 'appeal-pack';
      readonly label: string;
      /** The application. */
      readonly ref: string;
    }
  | {
      readonly kind: 'letters';
      readonly label: string;
      readonly letter_kind: LetterKind;
      readonly refs: readonly string[];
      readonly except: readonly LetterOf[];
      readonly by: Change;
    }
  | {
      /** Providers' sheets, recorded as issued; `refs` null: of every route. */
      readonly kind: 'route-sheets';
      readonly label: string;
      readonly refs: readonly string[] | null;
      readonly shown: readonly string[];
      readonly shown_reason: string;
      readonly how: Handed | '';
      readonly by: Change;
    }
  | {
      /** Files of a tender for those invited; `providers` null: for all of them. */
      readonly kind: 'lots';
      readonly label: string;
      readonly tender_id: number;
      readonly providers: readonly string[] | null;
      readonly at: Moment;
      readonly by: Change;
    }
  | {
      /** Lists for schools or the office, recorded as issued; `subjects` null: of every school. */
      readonly kind: 'lists';
      readonly label: string;
      readonly list: ListKind;
      readonly subjects: readonly string[] | null;
      readonly how: Handed | '';
      readonly by: Change;
    }
  | {
      readonly kind: 'naming';
      readonly label: string;
      readonly client_id: number;
      readonly also: readonly number[];
      readonly may_look: boolean;
    }
  | {
      readonly kind: 'provision';
      readonly label: string;
      readonly provisions: readonly NewProvision[];
      readonly with_routes: boolean;
      readonly may_look: boolean;
    }
  | {
      readonly kind: 'what-if';
      readonly label: string;
      readonly asked: WhatIfAsked;
      readonly keep_as: string | null;
      readonly by: Change;
    }
  | {
      readonly kind: 'export';
      readonly label: string;
      readonly report: 'claim-note';
      readonly claim_id: number;
    }
  | {
      readonly kind: 'export';
      readonly label: string;
      readonly report: 'withdrawal-note';
      readonly note_id: number;
    }
  | { readonly kind: 'value'; readonly label: string; readonly what: ValueWork }
  | { readonly kind: 'reprint'; readonly label: string; readonly ids: readonly number[] }
  | {
      readonly kind: 'bulk';
      readonly label: string;
      readonly action: BulkAction;
      readonly client_ids: readonly number[];
      readonly digest: string;
      /** Who does it, as the history names it. */
      readonly change: Change;
    }
  | { readonly kind: 'backup'; readonly label: string; readonly reason: string }
  | { readonly kind: 'restore'; readonly label: string; readonly from: string }
  /** Takes a map archive for the map beside the store. */
  | { readonly kind: 'map'; readonly label: string; readonly file: InputFile }
  | {
      /** Prints the map's sheet as one page. */
      readonly kind: 'map-print';
      readonly label: string;
      readonly sheet: MapSheet;
    }
  | {
      /** Makes the road network and the base map from an extract. */
      readonly kind: 'roads';
      readonly label: string;
      readonly file: InputFile;
      readonly cut: RoadsCut;
    };

/** A drawn map, and what it is printed with. */
export interface MapSheet {
  /** Name of the .pdf. */
  readonly name: string;
  readonly picture: Uint8Array;
  readonly paper: 'a4' | 'a3';
  readonly title: string;
  /** What the picture says, for who cannot see it. */
  readonly words: string;
}

/** What of an extract is kept: all, the county's own districts or a boundary, with metres around them. */
export type RoadsCut =
  | { readonly kind: 'all' }
  | { readonly kind: 'county'; readonly margin_m: number }
  | { readonly kind: 'boundary'; readonly file: InputFile; readonly margin_m: number };
