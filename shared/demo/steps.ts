import { addDays, daysBetween, type IsoDate } from '../calendar/dates.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { Random } from '../kernel/random.ts';
import type { Application } from '../model/client.ts';
import type { AppealEnd, AppealGiven, AppealGround } from '../model/decision.ts';
import type { InformationAsked, StepGiven } from '../model/life.ts';
import { OWN_DAY } from './applications.ts';
import { OFFICERS } from './officers.ts';

/** Awards that Client Transport has been handed by the county's own day [A]. */
const HANDED_OVER = 0.62;
/** Applications waiting for information of which it is written down what was asked [A]. */
const ASKED_RECORDED = 0.8;
/** Refusals signed here and appealed, of a summer of the usual size [A]: Kent heard some 100 to 140 a year, most later. */
const APPEALS = 12;
/** An appeal of so many days ago may have its answer. */
const ANSWERED_AFTER = 18;

const ASKED: readonly (readonly [what: string, whom: string])[] = [
  ['A letter of the paediatrician on how far the child can walk', 'The parent'],
  ['Proof of address since the move', 'The parent'],
  ['Whether the child can walk the route accompanied', 'The school’s SENCO'],
  ['Benefit letter for extended rights', 'The parent'],
  ['Section I of the final plan', 'The SEN caseworker'],
  ['What the placement order says of contact', 'The social worker'],
];
const SAID: readonly (readonly [ground: AppealGround, note: string])[] = [
  ['route_safety', 'The lane has no pavement for 600 m and no light; a lorry route crosses it.'],
  ['distance', 'The way that was measured goes through a private estate that is locked in winter.'],
  ['eligibility', 'His needs mean that he cannot walk it, even with me; the letter was not read.'],
  ['suitability', 'The place named as nearer has no speech therapist.'],
];

/** What happened to the summer's requests besides their outcome. */
export interface DemoSteps {
  readonly steps: readonly { readonly ref: string; readonly given: StepGiven }[];
  readonly asked: readonly { readonly ref: string; readonly asked: InformationAsked }[];
  readonly appeals: readonly DemoAppeal[];
}

/** A refusal that is signed, and the appeal against it. */
export interface DemoAppeal {
  readonly ref: string;
  readonly decided_on: IsoDate;
  readonly signed_by: string;
  readonly given: AppealGiven;
  readonly end: AppealEnd | null;
}

/** Draws them from a stream of their own; whoever stays on last year's contract is handed over. */
export function demoSteps(
  random: Random,
  applications: readonly Application[],
  scale: number,
  staying: ReadonlySet<number>,
): DemoSteps {
  return {
    steps: applications.flatMap((each) => handOver(random, each, staying.has(each.client_id))),
    asked: applications.flatMap((each) => askFor(random, each)),
    appeals: appealed(random, applications, Math.round(APPEALS * scale)),
  };
}

const officerOf = (random: Random, { assigned_to }: Application): string =>
  assigned_to === '' ? random.weighted(OFFICERS) : assigned_to;

/** A working day some days on, not after the county's own day. */
function dayAfter(day: IsoDate, days: number): IsoDate {
  let at = addDays(day, Math.max(0, Math.min(days, daysBetween(day, OWN_DAY))));
  while (at > day && !isWorkingDay(at)) at = addDays(at, -1);
  return at;
}

function handOver(
  random: Random,
  application: Application,
  isStaying: boolean,
): DemoSteps['steps'] {
  const { status, decided_on, held_reason, ref } = application;
  const isAwarded = status === 'awarded' || status === 'part_awarded';
  const [drawn, days, by] = [
    random.chance(HANDED_OVER),
    1 + random.below(12),
    officerOf(random, application),
  ];
  if (!isAwarded || decided_on === null || held_reason !== '') return [];
  if (!drawn && !isStaying) return [];
  const on = dayAfter(decided_on, days);
  return [{ ref, given: { kind: 'handed_over', on, signed_by: by, note: '' } }];
}

function askFor(random: Random, application: Application): DemoSteps['asked'] {
  const { status, received_on, ref } = application;
  const [asked_for, asked_of] = random.pick(ASKED);
  const [drawn, days, signed_by] = [
    random.chance(ASKED_RECORDED),
    2 + random.below(20),
    officerOf(random, application),
  ];
  if (status !== 'more_information' || received_on === null || !drawn) return [];
  const asked_on = dayAfter(received_on, days);
  return [
    { ref, asked: { asked_for, asked_of, asked_on, chase_on: addDays(asked_on, 14), signed_by } },
  ];
}

function appealed(
  random: Random,
  applications: readonly Application[],
  most: number,
): readonly DemoAppeal[] {
  const refused = applications.filter(
    ({ status, decided_on, held_reason }) =>
      status === 'refused' &&
      decided_on !== null &&
      decided_on <= addDays(OWN_DAY, -7) &&
      held_reason === '',
  );
  return random
    .shuffle(refused)
    .slice(0, most)
    .flatMap((application) => {
      const { ref, decided_on } = application;
      if (decided_on === null) return [];
      const signed_by = officerOf(random, application);
      const [ground, note] = random.pick(SAID);
      const lodged_on = dayAfter(decided_on, 4 + random.below(14));
      const goes_on = random.chance(0.2);
      const upheld = random.chance(0.4);
      const given: AppealGiven = {
        stage: 1,
        grounds: [ground],
        lodged_on,
        transport_goes_on: goes_on,
        note,
        signed_by,
      };
      const isAnswered = daysBetween(lodged_on, OWN_DAY) > ANSWERED_AFTER;
      const end: AppealEnd | null = isAnswered
        ? {
            result: upheld ? 'upheld' : 'refused',
            on: dayAfter(lodged_on, ANSWERED_AFTER),
            note: upheld
              ? 'The route was walked: it is not safe.'
              : 'The route was walked: it is safe when accompanied.',
            signed_by: 'Helen Marsh',
          }
        : null;
      return [{ ref, decided_on, signed_by, given, end }];
    });
}
