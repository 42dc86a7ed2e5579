/** Why one year, month, plan or scenario costs more than another, as the screen asks for it. Money in pence. */
import type { ChangeBar } from '../../pressure/change.ts';
import type { BehindRow } from '../../pressure/split/behind-bar.ts';
import type { BehindPart } from '../../pressure/split/behind-parts.ts';
import type { SplitRow } from '../../pressure/split/split-by.ts';

/** One that can be set against another. */
export interface SideOption {
  readonly key: string;
  readonly label: string;
  readonly kind: 'year' | 'month' | 'plan' | 'scenario';
}

/** The change between two sides; the bars begin and end with a total, the rows add up to it. */
export interface SplitPage {
  readonly sides: readonly SideOption[];
  readonly from: SideOption;
  readonly to: SideOption;
  readonly total_pence: number;
  readonly bars: readonly ChangeBar[];
  readonly rows: readonly SplitRow[];
}

/** Who stands behind a bar. */
export interface BehindPage {
  /** How many there are; `rows` holds the first of them. */
  readonly count: number;
  /** What stands behind it beside clients, the largest first; their pence add up to what of the bar no client makes. */
  readonly parts: readonly BehindPart[];
  readonly rows: readonly (BehindRow & {
    readonly ref: string;
    readonly name: string;
    readonly school: string;
  })[];
}
