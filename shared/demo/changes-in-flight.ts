/** Changes of transport that the invented county is in the middle of telling people of. */
import { isoDate, type IsoDate } from '../calendar/dates.ts';
import type { EventKind, NoticeChange } from '../model/change-notice.ts';
import type { Carriage } from '../model/carriage.ts';
import { FORENAMES, SURNAMES } from './names.ts';
import { streamOf } from './streams.ts';

/** One change: what it is, and how far the telling is. Which children it touches is the store's business. */
export interface DemoChange {
  readonly kind: EventKind;
  readonly route_ref: string | null;
  readonly client_id: number | null;
  readonly school_urn: number | null;
  readonly recorded_on: IsoDate;
  readonly effective_on: IsoDate;
  readonly what: string;
  readonly by: string;
  readonly changes: readonly NoticeChange[];
  /** Of how many of its notices in ten somebody was told. */
  readonly told_in_ten: number;
}

/**
 * A few of each kind [A]: one late, for a route that runs in the holidays; one due on the county's own day, 10 August; one half told; and some
 * that wait for the plan to answer them.
 */
export function demoChanges(carried: readonly Carriage[], seed: number): readonly DemoChange[] {
  const random = streamOf(seed, 'changes in flight');
  const person = (): string => `${random.pick(FORENAMES)} ${random.pick(SURNAMES)}`;
  const running = [...Map.groupBy(carried, ({ route_ref }) => route_ref)]
    .map(([ref, aboard]) => ({ ref, aboard, first: aboard[0] }))
    .filter(
      ({ aboard, first }) => first?.confirmed === true && aboard.length >= 3 && aboard.length <= 8,
    )
    .toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  const taken = new Set<string>();
  type Route = (typeof running)[number];
  const next = (is: (route: Route) => boolean): Route | null => {
    const left = running.filter((route) => is(route) && !taken.has(route.ref));
    const found = left.length === 0 ? null : random.pick(left);
    if (found !== null) taken.add(found.ref);
    return found;
  };
  const any = (): boolean => true;
  const none = { route_ref: null, client_id: null, school_urn: null, changes: [], told_in_ten: 0 };
  const crew = (
    route: Route | null,
    of: Omit<DemoChange, 'kind' | 'route_ref' | 'client_id' | 'school_urn'>,
  ): readonly DemoChange[] =>
    route === null ? [] : [{ ...none, kind: 'crew', route_ref: route.ref, ...of }];
  const late = next(any);
  const assisted = next(({ first }) => first?.assistant === true);
  const vehicle = next(any);
  const moving = [next(any), next(any)].flatMap((route) => route?.first ?? []);
  const away = next(any)?.first;
  const bell = next(({ first }) => (first?.school_urn ?? null) !== null)?.first;
  return [
    ...crew(late, {
      recorded_on: isoDate('2026-08-03'),
      effective_on: isoDate('2026-08-12'),
      what: 'The route runs in the holidays for a 52 week placement; the driver has left the firm.',
      by: 'Ben Harding',
      changes: [{ field: 'driver', old: person(), now: person() }],
      told_in_ten: 4,
    }),
    ...crew(vehicle, {
      recorded_on: isoDate('2026-08-05'),
      effective_on: isoDate('2026-08-17'),
      what: 'The minibus failed its test; another one stands in for the play scheme.',
      by: 'Carys Lloyd',
      changes: [{ field: 'vehicle_used', old: 'white minibus', now: 'silver minibus' }],
      told_in_ten: 2,
    }),
    ...crew(assisted, {
      recorded_on: isoDate('2026-08-06'),
      effective_on: isoDate('2026-09-02'),
      what: 'The assistant of last year goes to another firm.',
      by: 'Amina Yusuf',
      changes: [{ field: 'assistant_named', old: person(), now: person() }],
      told_in_ten: 6,
    }),
    ...moving.map(({ client_id }, at): DemoChange => ({
      ...none,
      kind: 'change_of_address',
      client_id,
      recorded_on: isoDate('2026-08-07'),
      effective_on: isoDate(at === 0 ? '2026-09-01' : '2026-09-14'),
      what: 'The mother rang: they move within the district; the new address is on the case.',
      by: 'Grace Okafor',
    })),
    ...(away === undefined
      ? []
      : [
          {
            ...none,
            kind: 'suspension',
            client_id: away.client_id,
            recorded_on: isoDate('2026-08-07'),
            effective_on: isoDate('2026-09-02'),
            what: 'Starts a week later, as agreed with the school.',
            by: 'Helen Marsh',
            changes: [{ field: 'away', old: '', now: '2 Sep 2026 to 8 Sep 2026' }],
            told_in_ten: 0,
          } satisfies DemoChange,
        ]),
    ...(bell === undefined
      ? []
      : [
          {
            ...none,
            kind: 'timetable',
            school_urn: bell.school_urn,
            recorded_on: isoDate('2026-08-04'),
            effective_on: isoDate('2026-11-02'),
            what: 'The school day begins ten minutes earlier after half term.',
            by: 'Tom Ashdown',
          } satisfies DemoChange,
        ]),
  ];
}
