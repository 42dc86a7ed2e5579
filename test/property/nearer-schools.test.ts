/** Nearer schools on any network: held to a plain search over the roads, school by school. */
import { assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolWays } from '../../electron/roads/school-ways.ts';
import { judgePlacement } from '../../shared/eligibility/judge-placement.ts';
import { compareSchools } from '../../shared/eligibility/nearer-schools.ts';
import { isSuitable, type Placing } from '../../shared/eligibility/nearest-suitable.ts';
import { straightLineMetres } from '../../shared/geo/estimate.ts';
import type { Position } from '../../shared/geo/position.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Random } from '../../shared/kernel/random.ts';
import type { School } from '../../shared/model/school.ts';
import type { Profile } from '../../shared/roads/network.ts';
import { isOpenRun } from '../../shared/roads/profile-roads.ts';
import type { RoadsData, RoadsMeta } from '../../shared/roads/roads-data.ts';
import { roadGrid, snap } from '../../shared/roads/snap.ts';
import { someClient, someSchool, YEAR } from '../helpers/cost-facts.ts';
import { makeRoads, type MadeRoads } from '../helpers/made-roads.ts';
import { randomMap } from '../helpers/random-map.ts';
import { roadReference } from '../helpers/road-reference.ts';

/** Metres from the nearest road within which a home or a school counts: small, so that some lie beyond it. */
const REACH_M = 150;
/** The flat reckoning of reaches, and lengths in whole millimetres. */
const ROUNDING_M = 1;

function dataOf({ built, car, foot }: MadeRoads): RoadsData {
  const meta = { source: 'made.osm.pbf', map_on: '', imported_on: '2026-08-10' } as RoadsMeta;
  return { meta, names: [''], network: built.network, grid: roadGrid(built.network), car, foot };
}

const somewhere = (random: Random): Position => ({
  lat: 52 + random.next() * 0.03,
  lon: -0.7 + random.next() * 0.045,
});

/** Schools with what is known of them drawn too: some would suit, some might, some would not. */
function schoolsAt(random: Random): readonly School[] {
  return Array.from({ length: 7 }, (_, i) =>
    someSchool(i + 1, {
      ...somewhere(random),
      needs: random.pick([['ASD'], ['ASD'], ['PD'], []] as const),
      places: random.pick([100, 100, null]),
      roll: 50,
      age_from: 3,
      age_to: 19,
    }),
  );
}

/** Metres by plain search from a home to a school; null where either lies beyond the network. */
function plainMetres(
  data: RoadsData,
  reference: ReturnType<typeof roadReference>,
  [home, there]: readonly [Position, Position],
): { readonly way_m: number; readonly reach_m: number } | null {
  const [from, to] = [home, there].map((at) => snap(data.network, data.grid, data.foot.partOf, at).main); // prettier-ignore
  if (!from || !to || from.reach_m > REACH_M || to.reach_m > REACH_M) return null;
  const [cost] = reference.costs(from, [to]);
  return { way_m: defined(cost, 'cost') / 1000, reach_m: from.reach_m + to.reach_m };
}

const positionOf = ({ lat, lon }: School): Position => ({ lat: lat ?? 0, lon: lon ?? 0 });

describe('nearer schools on any road network', () => {
  it('are those that a plain search on foot finds shorter, and no way is shorter than its line', () => {
    let [compared, onNetwork, beyond] = [0, 0, 0];
    assert(
      property(nat(1_000_000), (seed) => {
        const { random, input } = randomMap(seed);
        const made = makeRoads(input);
        const data = dataOf(made);
        const isOpen = (run: number) => isOpenRun(made.foot, run);
        const reference = roadReference(input, made.built, 'foot', isOpen);
        const schools = schoolsAt(random);
        const [named, ...candidates] = schools;
        const known = candidates.slice(0, 4);
        const from = schoolWays(data, 'foot', { schools: () => known, reach_m: REACH_M });
        for (let i = 0; i < 4; i++) {
          const home = somewhere(random);
          const placing: Placing = {
            client: someClient(1, { ...home, need: 'ASD' }),
            phase: 'primary',
            year: YEAR,
          };
          const way = (school: School) => plainMetres(data, reference, [home, positionOf(school)]);
          const line = (school: School) => straightLineMetres(home, positionOf(school));
          const school = defined(named, 'school');
          const comparison = { named: school, candidates, ways: from(home) };
          const found = defined(compareSchools(placing, comparison), 'compared');
          const own = way(school);
          const metres = (each: School): number => (own === null ? line(each) : (way(each)?.way_m ?? line(each))); // prettier-ignore
          expect(found.by).toBe(own === null ? 'straight_line' : 'walking');
          expect(found.named_m).toBeCloseTo(metres(school), 6);
          const expected = candidates
            .filter((each) => metres(each) < metres(school) && isSuitable(each, placing) !== 'no')
            .sort((a, b) => metres(a) - metres(b) || a.urn - b.urn);
          expect(found.schools.map((each) => each.school.urn)).toEqual(expected.map(({ urn }) => urn)); // prettier-ignore
          compared++;
          for (const each of found.schools) {
            expect(each.distance_m).toBeCloseTo(metres(each.school), 6);
            const isBeyond = own !== null && way(each.school) === null;
            expect(each.is_nearer).toBe(isBeyond ? 'cannot_tell' : 'yes');
            if (isBeyond) beyond++;
            else if (own !== null) onNetwork++;
          }
          for (const each of schools) {
            const there = way(each);
            if (there === null) continue;
            expect(there.way_m + there.reach_m).toBeGreaterThan(line(each) - ROUNDING_M);
          }
        }
      }),
      { numRuns: 320 },
    );
    expect(Math.min(compared, onNetwork, beyond)).toBeGreaterThan(20);
  });

  it.each(['foot', 'car'] as const)(
    'the nearest that surely suits is never further than any other that does, by %s',
    (profile: Profile) => {
      let found = 0;
      assert(
        property(nat(1_000_000), (seed) => {
          const { random, input } = randomMap(seed);
          const data = dataOf(makeRoads(input));
          const schools = schoolsAt(random);
          const from = schoolWays(data, profile, { schools: () => schools, reach_m: 2000 });
          const home = somewhere(random);
          const placing: Placing = {
            client: someClient(1, { ...home, need: 'ASD' }),
            phase: 'primary',
            year: YEAR,
          };
          const [named, ...candidates] = schools;
          const school = defined(named, 'school');
          const ways = from(home);
          const finding = judgePlacement(placing, { named: school, candidates, ways });
          if (finding.kind !== 'beyond' || finding.by === 'straight_line') return;
          found++;
          const metres = ways.to(candidates);
          candidates.forEach((each, at) => {
            const isKnown = !Number.isNaN(metres[at]);
            if (!isKnown || isSuitable(each, placing) !== 'yes') return;
            expect(finding.nearest_m).toBeLessThanOrEqual(metres[at] ?? 0);
          });
          expect(finding.nearest_m).toBeLessThan(finding.named_m);
          expect(finding.by).toBe(profile === 'foot' ? 'walking' : 'road');
        }),
        { numRuns: 80 },
      );
      expect(found).toBeGreaterThan(10);
    },
  );
});
