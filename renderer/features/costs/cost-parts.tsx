import { lazy, type ComponentType } from 'react';
import type { CostOverview } from '../../../shared/api/views/costs.ts';
import { AssumptionsPanel } from './assumptions-panel.tsx';
import { BillPanel } from './bill-panel.tsx';
import { BreakdownPanel } from './breakdown-panel.tsx';
import { OutlookPanel } from './outlook-panel.tsx';
import { PaperPanel } from '../committee-paper/paper-panel.tsx';
import { WhyPanel } from './why-panel.tsx';

const BudgetScreen = lazy(async () => ({
  default: (await import('../budget/budget-screen.tsx')).BudgetScreen,
}));
const BacktestScreen = lazy(async () => ({
  default: (await import('../backtest/backtest-screen.tsx')).BacktestScreen,
}));
const ValueScreen = lazy(async () => ({
  default: (await import('../value/value-screen.tsx')).ValueScreen,
}));

const PlacementScreen = lazy(async () => ({
  default: (await import('../placement/placement-screen.tsx')).PlacementScreen,
}));

/** One part of Costs: its address under the place's own, its name, other words for the palette, and what it shows. */
export type CostPart = {
  readonly id: string;
  readonly label: string;
  readonly keywords: string;
} & (
  | {
      /** Stands under the headline of the plan's cost, and needs a plan. */
      readonly Panel: ComponentType<{ readonly overview: CostOverview }>;
    }
  | {
      /** Asks for its own figures, with or without a plan; brings its heading (h1), padding and scrolling. */
      readonly Screen: ComponentType;
    }
);

/** In the order of the questions: why it rose, what comes next, and what both rest on. A `Screen` is best `lazy`. */
export const COST_PARTS: readonly CostPart[] = [
  {
    id: 'why',
    label: 'Why it changed',
    keywords: 'pressure waterfall drivers change',
    Panel: WhyPanel,
  },
  {
    id: 'outlook',
    label: 'What comes next',
    keywords: 'forecast scenario budget years monte carlo fan tornado sliders',
    Panel: OutlookPanel,
  },
  {
    id: 'budget',
    label: 'Budget',
    keywords: 'monitoring ledger accrual commitment variance virement savings benchmark',
    Screen: BudgetScreen,
  },
  {
    id: 'value',
    label: 'Claims and value',
    keywords: 'claim rise provider PTB mileage lone taxi travel training out of line',
    Screen: ValueScreen,
  },
  {
    id: 'bill',
    label: 'Itemised',
    keywords: 'bill itemised lines routes prices',
    Panel: BillPanel,
  },
  {
    id: 'breakdown',
    label: 'Breakdown',
    keywords: 'district need school table',
    Panel: BreakdownPanel,
  },
  {
    id: 'placement',
    label: 'Placement',
    keywords: 'fees whole public cost nearest suitable school new provision name compare',
    Screen: PlacementScreen,
  },
  {
    id: 'prices',
    label: 'Prices',
    keywords: 'fuel diesel petrol pump price slider cpi wage index clause rate card litres co2e',
    Screen: lazy(async () => ({
      default: (await import('../prices/prices-screen.tsx')).PricesScreen,
    })),
  },
  {
    id: 'assumptions',
    label: 'Assumptions and sources',
    keywords: 'sources rates factors',
    Panel: AssumptionsPanel,
  },
  {
    id: 'paper',
    label: 'Committee paper',
    keywords: 'recommendation options risk equality legal heading author date report pdf',
    Panel: PaperPanel,
  },
  {
    id: 'backtest',
    label: 'Backtest',
    keywords: 'past kent lmdi check method history 2023',
    Screen: BacktestScreen,
  },
];
