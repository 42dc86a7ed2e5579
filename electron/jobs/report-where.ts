/** Where in Kerbside each part of the paper's appendix is found: by clicks, and by the address behind `#/`. */
import type { AppendixPart } from './report-appendix.ts';

/** A way to a screen. */
export interface Whereabouts {
  readonly clicks: string;
  readonly address: string;
}

/** One a part. A test holds that every address is a screen's. */
export const WHERE: Readonly<Record<AppendixPart, Whereabouts>> = {
  why: { clicks: 'Costs > Why it changed; a bar’s number of clients opens who they are', address: 'costs/why' },
  split: { clicks: 'Costs > Why it changed > Where it changed, by district of the school', address: 'costs/why' },
  districts: { clicks: 'Costs > Breakdown, by district', address: 'costs/breakdown' },
  years: { clicks: 'Costs > What comes next, the table beside the fan', address: 'costs/outlook' },
  levers: { clicks: 'Costs > What comes next, what moves the last year most', address: 'costs/outlook' },
  scenario: { clicks: 'Costs > What comes next, the sliders and their sources', address: 'costs/outlook' },
  bill: { clicks: 'Costs > Itemised; a line opens its routes', address: 'costs/bill' },
  needs: { clicks: 'Costs > Breakdown, by need', address: 'costs/breakdown' },
  phases: { clicks: 'Costs > Breakdown, by phase', address: 'costs/breakdown' },
  schools: { clicks: 'Costs > Breakdown, by school', address: 'costs/breakdown' },
  placement: { clicks: 'Costs > Placement, every client at the school attended', address: 'costs/placement' },
  fuel: { clicks: 'Costs > Prices > Another pump price', address: 'costs/prices/pump' },
  clauses: { clicks: 'Costs > Prices > Index clauses; a clause opens its contracts and its working', address: 'costs/prices/clauses' },
  assumptions: { clicks: 'Costs > Assumptions and sources; changed in Data > Settings', address: 'costs/assumptions' },
  checks: { clicks: 'Routes: the plan, its audit and who has no route', address: 'routes' },
  gaps: { clicks: 'Costs > Assumptions and sources', address: 'costs/assumptions' },
  estimated: { clicks: 'Costs > Assumptions and sources; “est.” says why wherever it stands', address: 'costs/assumptions' },
  cautions: { clicks: 'Routes: the plan and its audit', address: 'routes' },
  numbers: { clicks: 'Costs, the numbers above every part', address: 'costs/why' },
  made: { clicks: 'Costs > Committee paper; Data > History for what was changed since', address: 'costs/paper' },
}; // prettier-ignore
