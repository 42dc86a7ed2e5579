import {
  addDays,
  daysBetween,
  isoDate,
  type AcademicYear,
  type IsoDate,
} from '../calendar/dates.ts';
import { academicYearFrom, planningYearOf, startYearOf } from '../calendar/years.ts';
import { checkForm } from '../casework/tif/check-form.ts';
import type { Random } from '../kernel/random.ts';
import type { Application, Client } from '../model/client.ts';
import type { TifAnswers, TifConfirmation, TifVersion } from '../model/tif.ts';
import { OWN_DAY } from './applications.ts';
import { drawAdult, drawAnswers } from './tif-answers.ts';

type Signed = Required<Omit<TifVersion, 'id' | 'number' | 'kind' | 'signature' | 'year'>> & {
  readonly signature: NonNullable<TifVersion['signature']>;
  readonly year: AcademicYear;
};

/** Forms of the invented county, and the clients' records as they say where these stand. */
export interface DemoForms {
  readonly clients: readonly Client[];
  readonly signed: readonly Signed[];
  readonly confirmed: readonly Omit<TifConfirmation, 'id'>[];
}

/** Children carried already whose form was typed last year, and of those the ones confirmed for the year planned so far [A]. */
const CARRIED_WITH_FORM = 0.25;
const CONFIRMED = 0.55;
/** Forms of last year came in between these days. */
const LAST_SUMMER = [isoDate('2025-05-12'), isoDate('2025-08-22')] as const;
/** Confirmations for the year planned came in between these days. */
const THIS_SUMMER = [isoDate('2026-06-01'), OWN_DAY] as const;

/** Sections that families and officers leave out of forms that come incomplete, by a question of each. */
const LEFT_OUT = [
  ['own_view', 20],
  ['triggers', 16],
  ['emergency_phone', 14],
  ['access', 10],
  ['school_staff', 14],
  ['consent_photograph', 10],
  ['nobody_in', 10],
  ['behaviour_plan', 6],
] as const;

/**
 * The forms that were typed into Kerbside: of every request whose form came, and of some of the children carried already. The form of a request
 * that the council takes for complete says everything but what the record lacks.
 */
export function demoForms(
  random: Random,
  clients: readonly Client[],
  applications: readonly Application[],
): DemoForms {
  const requests = new Map(applications.map((each) => [each.client_id, each]));
  const signed: Signed[] = [];
  const confirmed: Omit<TifConfirmation, 'id'>[] = [];
  const settled = clients.map((client): Client => {
    const application = requests.get(client.id);
    if (application === undefined) {
      if (!random.chance(CARRIED_WITH_FORM)) return client;
      const form = formOf(random, client, drawnBetween(random, LAST_SUMMER), true);
      signed.push(form);
      const again = form.complete && random.chance(CONFIRMED);
      if (again) confirmed.push(confirmationOf(random, client));
      return { ...client, ...standing(form), ...(again ? { tif_year: 2026 } : {}) };
    }
    const received = application.tif_received_on;
    if (received === null) return client;
    const form = formOf(random, client, received, application.tif_claimed_complete);
    signed.push(form);
    return { ...client, ...standing(form) };
  });
  return { clients: settled, signed, confirmed };
}

function standing({ complete, year }: Signed): Pick<Client, 'tif_signed' | 'tif_year'> {
  return { tif_signed: complete ? 'complete' : 'incomplete', tif_year: startYearOf(year) };
}

function drawnBetween(random: Random, [from, to]: readonly [IsoDate, IsoDate]): IsoDate {
  return addDays(from, random.below(daysBetween(from, to) + 1));
}

function formOf(random: Random, client: Client, received_on: IsoDate, whole: boolean): Signed {
  const all = drawAnswers(random, client);
  const answers = whole ? all : leftOut(random, all);
  const signed_on = addDays(received_on, -random.below(5));
  return {
    client_id: client.id,
    answers,
    complete: checkForm(answers, OWN_DAY).complete,
    year: planningYearOf(received_on),
    signature: {
      signed_by: signer(random, client),
      signer: 'parent_or_carer',
      relationship: client.carer_relationship === '' ? 'Parent' : client.carer_relationship,
      signed_on,
      received_on,
      entered_by: `Transport officer ${1 + random.below(3)}`,
    },
  };
}

function signer(random: Random, client: Client): string {
  return client.carer_name === '' ? drawAdult(random) : client.carer_name;
}

function leftOut(random: Random, answers: TifAnswers): TifAnswers {
  const out = new Set(Array.from({ length: 1 + random.below(3) }, () => random.weighted(LEFT_OUT)));
  return Object.fromEntries(
    Object.entries(answers).filter(([key]) => !(out as ReadonlySet<string>).has(key)),
  );
}

function confirmationOf(random: Random, client: Client): Omit<TifConfirmation, 'id'> {
  return {
    client_id: client.id,
    version: 1,
    year: academicYearFrom(2026),
    confirmed_by: signer(random, client),
    relationship: client.carer_relationship === '' ? 'Parent' : client.carer_relationship,
    confirmed_on: drawnBetween(random, THIS_SUMMER),
    entered_by: `Transport officer ${1 + random.below(3)}`,
  };
}
