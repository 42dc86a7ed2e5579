/** `kerbside placements`: schools that could meet a child's need, side by side. */
import type { NamingView } from '../../shared/api/views/placements.ts';
import { formatMiles } from '../../shared/format/distance.ts';
import { formatPounds } from '../../shared/format/money.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { formatMinutes } from '../../shared/format/time.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { weigh } from '../../shared/pressure/placements/may-weigh.ts';
import {
  LAW_LICENCE,
  PLACEMENT_LAW,
  PLACEMENT_RULES,
} from '../../shared/pressure/placements/placement-law.ts';
import type { SchoolOption } from '../../shared/pressure/placements/side-by-side.ts';
import { namingFor } from '../jobs/naming.ts';
import { clientOfRef } from '../jobs/plan-desk.ts';
import type { Answer, Command, CommandInput } from './command.ts';
import {
  ON_FLAG,
  PASSPHRASE_FLAG,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';

export const placementsCommand: Command = {
  name: 'placements',
  summary:
    'schools that could meet a child’s need, side by side: distance, ride, places, transport and placement cost',
  flags: {
    store: STORE_FLAG,
    client: { value: 'REF', help: 'the child, or one of their requests', required: true },
    also: { value: 'URN,URN', help: 'schools to show besides, such as the one a parent prefers' },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'It changes nothing and recommends nothing. Two budgets: placement fees and transport stand apart. Ends with 1 when no school is surely suitable with a place.',
  run: async (input) => {
    const also = alsoFlag(input);
    if (!also.ok) return also;
    return withStore(input, ({ store, on }) => {
      const unknown = also.value.filter((urn) => store.schools.get(urn) === null);
      if (unknown.length > 0)
        return fail('no_school', `No school of the list has ${unknown.length === 1 ? 'the URN' : 'one of the URNs'} ${unknown.join(', ')}.`, 'Give URNs of the list, or import the schools first.', { urns: unknown }); // prettier-ignore
      const client_id = clientOfRef(store, textFlag(input, 'client') ?? '');
      if (!client_id.ok) return client_id;
      const asked = { client_id: client_id.value, also: also.value, on, may_look: false };
      const view = namingFor(store, asked, input.ctx);
      return view.ok ? ok(answer(view.value)) : view;
    });
  },
};

function alsoFlag(input: CommandInput): Result<readonly number[]> {
  const text = textFlag(input, 'also');
  if (text === undefined) return ok([]);
  const urns = text.split(',').map((each) => Number(each.trim()));
  return urns.every((urn) => Number.isInteger(urn) && urn > 0)
    ? ok(urns)
    : usage(`--also is a list of URNs, not ${text}.`, 'Give numbers with commas between them.');
}

function answer(view: NamingView): Answer {
  const attended = view.options.find((each) => each.attended);
  return {
    exit: view.options.some((each) => each.answer === 'yes') ? 0 : 1,
    json: {
      ref: view.ref,
      need: view.need,
      phase: view.phase,
      school_urn: view.school_urn,
      school: view.school,
      roads: view.roads,
      leaving: view.leaving,
      schools: view.options.map((each) => plain(each, attended)),
      ruled_out: view.ruled_out,
      further: view.further,
      problems: view.problems,
      law: PLACEMENT_LAW,
      law_licence: LAW_LICENCE,
      rules: PLACEMENT_RULES,
    },
    lines: [
      `${view.ref}: ${[view.need, view.phase].filter((part) => part !== '').join(', ')}; now ${view.school === '' ? 'at no school' : `at ${view.school}`}. Distances ${view.roads === '' ? 'estimated' : `by road (${view.roads})`}.`,
      ...view.options.map(sentence),
      `Ruled out: ${formatQuantity(view.ruled_out.need, 'school')} by need, ${view.ruled_out.age} by age, ${view.ruled_out.place} without a place; ${view.further} further away.`,
      ...view.problems.map(({ sentence: said }) => said),
      ...PLACEMENT_RULES,
      `Law: ${PLACEMENT_LAW.map(({ cite }) => cite).join('; ')}.`,
    ],
  };
}

/** An option as JSON has it, the two budgets apart, with what may be said of it beside the school attended. */
function plain(option: SchoolOption, attended: SchoolOption | undefined) {
  const { marginal, average, fee } = option;
  const placed = marginal?.kind === 'place' ? marginal : null;
  return {
    urn: option.urn,
    name: option.name,
    attended: option.attended,
    suitable_with_a_place: option.answer,
    suitability: option.suitability,
    reasons: option.reasons,
    places_left: option.places_left,
    distance_m: option.distance_m === null ? null : Math.round(option.distance_m),
    distance_by: option.distance_by,
    direct_s: option.direct_s === null ? null : Math.round(option.direct_s),
    ride_s: placed?.ride_s ?? null,
    transport: {
      budget: 'council general fund',
      marginal_year_pence: placed?.year_pence ?? null,
      marginal_not_known: marginal?.kind === 'none' ? marginal.why : '',
      place: placed,
      average_year_pence: average?.year_pence ?? null,
      average_clients: average?.clients ?? 0,
    },
    placement: { budget: 'Dedicated Schools Grant, high needs', ...fee },
    whole_public_cost_two_budgets_pence: option.whole_pence,
    attended_beside_it: attended === undefined || option.attended ? null : weigh(attended, option),
  };
}

const SUITABLE = { yes: 'suitable, has a place', no: 'not suitable', cannot_tell: 'cannot tell' };

function sentence(option: SchoolOption): string {
  const { marginal, average, fee } = option;
  const far =
    option.distance_m === null
      ? 'distance not known'
      : `${formatMiles(option.distance_m)}${option.distance_by === 'road' ? ' by road' : ' est.'}`;
  const ride = marginal?.kind === 'place' ? `, rides ${formatMinutes(marginal.ride_s)}` : '';
  const transport =
    marginal === null
      ? 'transport not reckoned'
      : marginal.kind === 'none'
        ? `transport: ${marginal.why}`
        : `transport ${formatPounds(marginal.year_pence)} a year more`;
  const mean = average === null ? '' : ` (a child there ${formatPounds(average.year_pence)})`;
  const fees = fee.fee_pence === null ? 'fee not known' : `fee ${formatPounds(fee.fee_pence)}`;
  return `${option.name}${option.attended ? ' (now)' : ''}: ${SUITABLE[option.answer]}; ${far}${ride}; places ${option.places_left ?? 'not known'}; ${transport}${mean}; ${fees}${option.reasons.length === 0 ? '' : `. ${option.reasons.join(' ')}`}`;
}
