/** How the writes of evidence, section I and the register are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { routeOf, versionOf, wayGiven } from '../helpers/evidence-of.ts';
import { ON, SCHOOL } from './made-store.ts';

const recorded = { on: ON, by: 'S Clarke' };
const mistaken = { ...recorded, reason: 'Another child.' };
const measure = (store: Store) =>
  store.evidence.record(defined(store.applications.get('A1'), 'A1'), wayGiven({}), recorded);
const plan = (store: Store) => store.sectionI.record(1, versionOf(1, {}), recorded);
const walk = (store: Store) =>
  store.walkingRoutes.add(routeOf(0, { school_urn: SCHOOL }), { ...recorded, supersedes: null });

/** By aggregate and method; `first` is done in a write before. */
export const EVIDENCE_WRITES = {
  'evidence.record': { run: measure },
  'evidence.withdraw': {
    first: measure,
    run: (store: Store) => {
      const [record] = store.evidence.of('A1');
      store.evidence.withdraw(defined(record, 'the evidence'), mistaken);
    },
  },
  'sectionI.record': { run: plan },
  'sectionI.withdraw': {
    first: plan,
    run: (store: Store) => {
      const [version] = store.sectionI.of(1);
      store.sectionI.withdraw(defined(version, 'the version'), mistaken);
    },
  },
  'walkingRoutes.add': { run: walk },
  'walkingRoutes.withdraw': {
    first: walk,
    run: (store: Store) => {
      const [route] = store.walkingRoutes.all();
      store.walkingRoutes.withdraw(defined(route, 'the route'), mistaken);
    },
  },
} as const;
