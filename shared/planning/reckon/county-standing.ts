/** Where planning has each client and contract, found by id. */
import type { Client } from '../../model/client.ts';
import type { Unallocated } from '../../model/plan.ts';
import { sortCounty, type CountyFacts, type RunningRoute, type SchoolWork } from '../county.ts';

/** The county sorted as planning sorts it, by id. */
export interface CountyStanding {
  /** Contracts that go on, with those they carry and their school. */
  readonly running: ReadonlyMap<number, { readonly work: SchoolWork; readonly run: RunningRoute }>;
  /** Contracts that several schools share. */
  readonly shared: ReadonlyMap<number, RunningRoute>;
  /** The contract that carries a client and must go on doing so. */
  readonly held: ReadonlyMap<number, RunningRoute>;
  /** Clients free to be placed. */
  readonly waiting: ReadonlyMap<number, Client>;
  /** Clients with a journey from another address, or to another school, that has to be placed. */
  readonly others: ReadonlySet<number>;
  /** Clients who cannot even be tried, with what would mend it. */
  readonly untried: ReadonlyMap<number, Unallocated>;
}

/** Sorted once for as long as the facts are held: an answer while a stop is dragged has no time for it. */
const kept = new WeakMap<CountyFacts, CountyStanding>();

/** The county as planning sorts it. */
export function countyStanding(facts: CountyFacts): CountyStanding {
  const known = kept.get(facts);
  if (known !== undefined) return known;
  const { schools, shared, unallocated } = sortCounty(facts);
  const running = new Map<number, { work: SchoolWork; run: RunningRoute }>();
  const held = new Map<number, RunningRoute>();
  const waiting = new Map<number, Client>();
  const others = new Set<number>();
  for (const run of shared) for (const client of run.carried) held.set(client.id, run);
  for (const work of schools) {
    for (const run of work.running) {
      running.set(run.contract.id, { work, run });
      for (const client of run.carried) held.set(client.id, run);
    }
    for (const client of work.waiting) waiting.set(client.id, client);
    for (const { client } of work.others) others.add(client.id);
  }
  const untried = new Map(unallocated.map((each) => [each.client_id, each]));
  const together = new Map(shared.map((run) => [run.contract.id, run]));
  const made = { running, shared: together, held, waiting, others, untried };
  kept.set(facts, made);
  return made;
}

/** Whether a client is to be carried at all: by contract, waiting for a place, or kept from being tried. */
export function isToBeCarried(client_id: number, facts: CountyFacts): boolean {
  const { held, waiting, others, untried } = countyStanding(facts);
  return [held, waiting, others, untried].some((each) => each.has(client_id));
}
