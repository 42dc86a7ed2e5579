/** What on the register is out of date or runs out soon: people and vehicles still in service, each paper and competence. */
import { daysBetween, type IsoDate } from '../../calendar/dates.ts';
import type { Vehicle, Worker, WorkerCompetence } from '../../model/register.ts';
import { vehiclePapers, workerPapers } from './papers.ts';
import type { RegisterRules } from './rules.ts';

/** One paper or competence that is out of date or runs out within the days looked ahead. */
export interface RunningOut {
  readonly kind: 'worker' | 'vehicle';
  /** Of the person or vehicle. */
  readonly id: number;
  /** Name, or registration mark. */
  readonly who: string;
  readonly provider: string;
  /** A paper (`badge`, `mot`) or the name of a competence. */
  readonly item: string;
  /** The last day on which it counts. */
  readonly until: IsoDate;
  /** From the day asked about to that last day; below 0: out of date. */
  readonly days_left: number;
}

/** Who and what is looked through. */
export interface RegisterBook {
  readonly workers: readonly Worker[];
  readonly competences: readonly WorkerCompetence[];
  readonly vehicles: readonly Vehicle[];
}

/** Whether somebody or something is still with the provider on a day. */
export function isThere({ left_on }: { readonly left_on: IsoDate | null }, on: IsoDate): boolean {
  return left_on === null || left_on >= on;
}

/** The list of what runs out, the longest out of date first. */
export function runningOut(
  book: RegisterBook,
  rules: RegisterRules,
  on: IsoDate,
): readonly RunningOut[] {
  const held = Map.groupBy(book.competences, ({ worker_id }) => worker_id);
  const found: RunningOut[] = [];
  const look = (
    of: Pick<RunningOut, 'kind' | 'id' | 'who' | 'provider'>,
    item: string,
    until: IsoDate | null,
  ): void => {
    if (until === null) return;
    const days_left = daysBetween(on, until);
    if (days_left <= rules.ahead_days) found.push({ ...of, item, until, days_left });
  };
  for (const worker of book.workers) {
    if (!isThere(worker, on)) continue;
    const { id, name, ref, provider } = worker;
    const of = { kind: 'worker', id, who: name === '' ? ref : name, provider } as const;
    for (const { item, until } of workerPapers(worker, rules)) look(of, item, until);
    for (const { competence, expires_on } of held.get(id) ?? []) look(of, competence, expires_on);
  }
  for (const vehicle of book.vehicles) {
    if (!isThere(vehicle, on)) continue;
    const { id, mark, provider } = vehicle;
    const of = { kind: 'vehicle', id, who: mark, provider } as const;
    for (const { item, until } of vehiclePapers(vehicle, rules)) look(of, item, until);
  }
  return found.toSorted(
    (a, b) => a.days_left - b.days_left || order(a.who, b.who) || order(a.item, b.item),
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
