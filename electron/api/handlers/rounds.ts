/** Retender rounds: set up, spread over weeks, and signed. */
import type { Store } from '../../../db/store.ts';
import type { RoundPage } from '../../../shared/api/views/rounds.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { RetenderRound, RoundGiven } from '../../../shared/model/retender-round.ts';
import { signingProblems } from '../../../shared/service/notices/round-gate.ts';
import { spreadRound } from '../../../shared/service/notices/round-spread.ts';
import { readRound, roundPage, roundRows, weeksFrom } from '../../jobs/notices/round-facts.ts';
import { contractsFor } from '../../jobs/notices/round-contracts.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers, Host } from '../handler.ts';

function onRound(
  host: Host,
  round_id: number,
  work: (store: Store, round: RetenderRound) => Result<unknown>,
): Result<RoundPage> {
  const open = host.store();
  if (!open.ok) return open;
  const round = open.value.notices.round(round_id);
  if (round === null)
    return fail('no_such_record', 'There is no such round.', 'Look at the list of rounds again.', { round_id }); // prettier-ignore
  const done = work(open.value, round);
  if (!done.ok) return done;
  host.changed('plan');
  return roundPage(open.value, round_id, host.today());
}

/** Puts other days in; whoever signed has signed another schedule, so the signatures are taken back. */
function keepSchools(
  store: Store,
  host: Host,
  round: RetenderRound,
  schools: RoundGiven['schools'],
): void {
  // prettier-ignore
  store.write(host.byHand(), () => {
    store.notices.saveRound(round.id, { ...round, schools });
    if (round.signatures.length > 0) store.notices.removeSignatures(round.id);
  });
}

export const roundsHandlers: Handlers<
  | 'rounds/list'
  | 'rounds/get'
  | 'rounds/save'
  | 'rounds/contracts'
  | 'rounds/delete'
  | 'rounds/spread'
  | 'rounds/gather'
  | 'rounds/sign'
  | 'rounds/unsign'
> = {
  'rounds/list': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(roundRows(store.value, host.today())) : store;
  },

  'rounds/get': ({ round_id }, host) => {
    const store = host.store();
    return store.ok ? roundPage(store.value, round_id, host.today()) : store;
  },

  'rounds/save': (input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const { round_id, name, note, starts_on, plan_id, contract_ids } = input;
    const before = round_id === null ? null : store.notices.round(round_id);
    const by = input.by.trim();
    const taken = store.notices.rounds().some((each) => each.name === name && each.id !== round_id);
    const problems = [
      ...(taken ? [`There is a round named “${name}” already.`] : []),
      ...(input.school_urns.length + contract_ids.length === 0 ? ['Choose a school, or a contract.'] : []), // prettier-ignore
      ...input.school_urns.filter((urn) => store.schools.get(urn) === null).map((urn) => `No school has the URN ${urn}.`), // prettier-ignore
      ...contract_ids.filter((id) => store.contracts.get(id) === null).map((id) => `The register has no contract ${id}.`), // prettier-ignore
      ...(by === '' ? ['Sign with your name.'] : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    const days = new Map(before?.schools.map(({ urn, moves_on }) => [urn, moves_on]));
    const isSameDay = before?.starts_on === starts_on;
    const given: RoundGiven = {
      name,
      note,
      starts_on,
      schools: input.school_urns.map((urn) => ({ urn, moves_on: isSameDay ? (days.get(urn) ?? null) : null })), // prettier-ignore
      contract_ids,
      plan_id,
      made_on: before?.made_on ?? host.today(),
      made_by: before?.made_by ?? by,
    };
    const id = store.write({ ...host.byHand(), who: by }, () => {
      if (before !== null && before.signatures.length > 0 && isOther(before, given))
        store.notices.removeSignatures(before.id);
      return store.notices.saveRound(before?.id ?? null, given);
    });
    host.changed('plan');
    return roundPage(store, id, host.today());
  },

  'rounds/contracts': ({ text, limit }, host) => {
    const store = host.store();
    return store.ok ? ok(contractsFor(store.value, text, limit, host.today())) : store;
  },

  'rounds/delete': ({ round_id }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    if (open.value.notices.round(round_id) === null)
      return fail('no_such_record', 'There is no such round.', 'Look at the list again.');
    open.value.write(host.byHand(), () => {
      open.value.notices.deleteRound(round_id);
    });
    host.changed('plan');
    return ok({ deleted: true });
  },

  'rounds/spread': ({ round_id }, host) =>
    onRound(host, round_id, (store, round) => {
      const { routes, most_a_week } = readRound(store, round, host.today());
      const schools = round.schools.map(({ urn }) => ({
        urn,
        children: new Set(
          routes.filter(({ school_urn }) => school_urn === urn).flatMap(({ stops }) => stops.map(({ client_id }) => client_id)), // prettier-ignore
        ).size,
      }));
      const { moves, left_over } = spreadRound(schools, weeksFrom(store, round.starts_on), most_a_week); // prettier-ignore
      if (left_over.length > 0)
        return fail(
          'no_weeks_left',
          `The school year has no week left for ${left_over.length} of the schools.`,
          'Begin earlier, leave schools out, or set a higher limit under Data, Settings.',
        );
      keepSchools(store, host, round, moves.map(({ urn, moves_on }) => ({ urn, moves_on }))); // prettier-ignore
      return ok(null);
    }),

  'rounds/gather': ({ round_id }, host) =>
    onRound(host, round_id, (store, round) => {
      keepSchools(store, host, round, round.schools.map(({ urn }) => ({ urn, moves_on: null }))); // prettier-ignore
      return ok(null);
    }),

  'rounds/sign': ({ round_id, officer, override_reason }, host) =>
    onRound(host, round_id, (store, round) => {
      const { gate } = readRound(store, round, host.today());
      const problems = signingProblems(gate, round.signatures, { officer, override_reason });
      if (problems.length > 0) return notComplete(problems);
      const isSecond = round.signatures.length === 1;
      const isMet = gate.lines.every(({ key, met }) => key === 'signatures' || met);
      store.write({ ...host.byHand(), who: officer.trim() }, () => {
        store.notices.signRound(round_id, {
          seat: isSecond ? 2 : 1,
          officer: officer.trim(),
          signed_on: host.today(),
          stood: gate.lines.map(({ key, count, of }) => ({ key, count, of })),
          override_reason: isSecond && !isMet ? override_reason.trim() : '',
        });
      });
      return ok(null);
    }),

  'rounds/unsign': ({ round_id }, host) =>
    onRound(host, round_id, (store, round) => {
      if (round.signatures.length === 0)
        return fail('not_signed', 'Nobody has signed this round.', 'Nothing needs to be done.');
      store.write(host.byHand(), () => {
        store.notices.removeSignatures(round_id);
      });
      return ok(null);
    }),
};

/** Whether what was signed is another round now. */
function isOther(before: RoundGiven, now: RoundGiven): boolean {
  const said = ({ starts_on, schools, contract_ids, plan_id }: RoundGiven): string =>
    JSON.stringify([starts_on, plan_id, schools.toSorted((a, b) => a.urn - b.urn).map(({ urn, moves_on }) => [urn, moves_on]), contract_ids.toSorted((a, b) => a - b)]); // prettier-ignore
  return said(before) !== said(now);
}
