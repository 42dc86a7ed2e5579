/** `kerbside what-if`: a school let anew, lone routes merged, a bell moved; the plan in use stays as it is. */
import type { WhatIfAsked, WhatIfView } from '../../shared/api/views/what-if.ts';
import { formatPence, formatPounds } from '../../shared/format/money.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { formatMinutes } from '../../shared/format/time.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { whatIf } from '../jobs/what-if.ts';
import type { Answer, Command, CommandInput } from './command.ts';
import {
  byHand,
  numberFlag,
  ON_FLAG,
  PASSPHRASE_FLAG,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';

export const whatIfCommand: Command = {
  name: 'what-if',
  summary: 'what a retender of a school, merged lone routes or a bell moved would come to',
  flags: {
    store: STORE_FLAG,
    retender: { value: 'URN', help: 'let all contracts of this school anew' },
    bell: { value: 'URN', help: 'move the bell of this school; with --minutes' },
    minutes: { value: 'N', help: 'how far the bell moves, earlier below 0 (default 20)' },
    'merge-lone': {
      help: 'which children who ride alone could share; with --school at one school',
    },
    school: { value: 'URN', help: 'for --merge-lone: this school only' },
    keep: { value: 'NAME', help: 'keep it as a trial of this name beside the plan in use' },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes: 'The plan in use is never changed. Ends with 1 where a rule would be broken.',
  run: async (input) => {
    const asked = askedOf(input);
    if (!asked.ok) return asked;
    const keep_as = textFlag(input, 'keep') ?? null;
    return withStore(input, ({ store, on }) => {
      const by = byHand('a what-if');
      const made = whatIf(store, { asked: asked.value, keep_as, on, by }, input.ctx);
      return made.ok ? ok(answer(made.value)) : made;
    });
  },
};

function askedOf(input: CommandInput): Result<WhatIfAsked> {
  const urnOf = (name: string) => numberFlag(input, name, { min: 1, max: 9_999_999, whole: true });
  const retender = urnOf('retender');
  if (!retender.ok) return retender;
  const bell = urnOf('bell');
  if (!bell.ok) return bell;
  const school = urnOf('school');
  if (!school.ok) return school;
  const minutes = numberFlag(input, 'minutes', { min: -240, max: 240, whole: true });
  if (!minutes.ok) return minutes;
  const merge = input.flags['merge-lone'] === true;
  const given = [retender.value, bell.value, merge ? true : undefined].filter(
    (each) => each !== undefined,
  );
  if (given.length !== 1)
    return usage(
      given.length === 0 ? 'Nothing was asked.' : 'Two questions were asked at once.',
      'Give one of --retender, --bell and --merge-lone.',
    );
  if (retender.value !== undefined) return ok({ what: 'retender', school_urn: retender.value });
  if (bell.value !== undefined)
    return ok({ what: 'bell', school_urn: bell.value, minutes: minutes.value ?? 20 });
  return ok({ what: 'merge', school_urn: school.value ?? null });
}

function answer(view: WhatIfView): Answer {
  const kept = view.kept_as === '' ? [] : [`Kept as the trial “${view.kept_as}”.`];
  if (view.what === 'merge')
    return {
      exit: 0,
      json: { ...view },
      lines: [
        `${formatQuantity(view.lone, 'child', 'children')} with a vehicle of their own; ${formatQuantity(view.groups.length, 'group')} could share, ${formatPence(view.saved_day_pence)} a day and ${formatPounds(view.saved_year_pence)} a year less.`,
        ...view.groups.map(
          (group) =>
            `${group.school}: ${group.refs.join(', ')} into ${group.into_ref}, ${formatPence(group.saved_day_pence)} a day less, longest ride ${formatMinutes(group.longest_ride_s)}, disruption weighed at ${formatPence(group.disruption_pence)}`,
        ),
        ...view.stay.map((each) => `${each.ref} stays alone: ${each.because}`),
        ...kept,
      ],
    };
  const { trial, chains, school } = view;
  const more = trial.added_day_pence < 0 ? 'less' : 'more';
  return {
    exit: trial.violations.length > 0 ? 1 : 0,
    json: { ...view },
    lines: [
      `${view.what === 'bell' ? 'The bell moved at' : 'All contracts retendered at'} ${school}: ${formatPence(Math.abs(trial.added_day_pence))} a day ${more}, ${formatQuantity(trial.routes.length, 'route differs', 'routes differ')}, ${formatQuantity(trial.settled - trial.unaffected, 'child', 'children')} affected, disruption weighed at ${formatPence(trial.disruption_pence)} a day.`,
      ...(chains === null
        ? []
        : [
            `Vehicles that could do two runs: ${chains.vehicles_fewer_after} fewer vehicles instead of ${chains.vehicles_fewer_before}, ${formatPence(chains.saving_day_after_pence)} a day instead of ${formatPence(chains.saving_day_before_pence)} (est.).`,
          ]),
      ...trial.routes.map(
        (route) =>
          `${route.ref}: ${route.change}, ${route.clients_before} to ${route.clients_after} children, ${formatPence(route.day_before_pence)} to ${formatPence(route.day_after_pence)} a day`,
      ),
      ...trial.children.map((each) => `${each.ref}: ${each.sentence}`),
      ...trial.violations.map((each) => `Breaks: ${each.text}`),
      ...kept,
    ],
  };
}
