/** Calendars of schools, and who was away. */
import type { Store } from '../../../db/store.ts';
import type { AbsenceView } from '../../../shared/api/views/calendars.ts';
import { COUNTY_URN, type DayRule } from '../../../shared/calendar/school-calendars.ts';
import { standDownRuleAt } from '../../../shared/costing/read-year-settings.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Absence } from '../../../shared/model/year.ts';
import { calendarSchools, calendarView } from '../calendar-views.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers, Host } from '../handler.ts';

/** What stands against a rule, all of it at once. */
function ruleProblems(store: Store, rule: DayRule): readonly string[] {
  const isUnknown = rule.urn !== COUNTY_URN && store.schools.get(rule.urn) === null;
  return [
    ...(isUnknown ? ['There is no such school.'] : []),
    ...(rule.to_on < rule.from_on ? ['The last day is before the first.'] : []),
    ...(rule.kind === 'early' && rule.ends_s === null ? ['Give the time it finishes.'] : []),
    ...(rule.kind === 'days' && rule.days === 0 ? ['Choose at least one day of the week.'] : []),
    ...(rule.kind === 'starts' && rule.year_groups.length === 0
      ? ['Say which year groups start then.']
      : []),
    ...(rule.kind === 'closed' && rule.why.trim() === '' ? ['Write why it is closed.'] : []),
  ];
}

/** Rules of the same days and year groups that say the opposite: they give way to the new one. */
function givesWay(other: DayRule, rule: DayRule): boolean {
  const opposite = rule.kind === 'open' ? 'closed' : rule.kind === 'closed' ? 'open' : null;
  return (
    other.kind === opposite &&
    other.urn === rule.urn &&
    other.from_on === rule.from_on &&
    other.to_on === rule.to_on &&
    other.year_groups.length === rule.year_groups.length &&
    other.year_groups.every((group) => rule.year_groups.includes(group))
  );
}

/** Absences of a child or a contract with the rule by which its run is stood down. */
function absenceView(
  store: Store,
  of: { readonly client_id?: number | undefined; readonly contract_id?: number | undefined },
  host: Host,
): AbsenceView {
  const contract_id =
    of.contract_id ??
    (of.client_id === undefined ? null : (store.contracts.stopOfClient(of.client_id)?.contract_id ?? null)); // prettier-ignore
  const clients = new Set(
    of.client_id === undefined
      ? contract_id === null
        ? []
        : store.contracts.stopsOf(contract_id).map(({ client_id }) => client_id)
      : [of.client_id],
  );
  const schools = new Set([...clients].map((id) => store.clients.get(id)?.school_urn ?? null));
  const counts = (each: Absence): boolean =>
    (each.client_id !== null && clients.has(each.client_id)) ||
    (each.urn !== null && schools.has(each.urn)) ||
    (each.contract_id !== null && each.contract_id === contract_id);
  const own = store.inYear.contractRules().find((each) => each.contract_id === contract_id) ?? null;
  const usual = standDownRuleAt(store.settings.all(), host.today());
  return {
    rows: store.inYear
      .absences()
      .filter(counts)
      .toReversed()
      .map((each) => ({ ...each, who: whose(store, each) })),
    rule:
      contract_id === null
        ? null
        : { ...usual, source: 'The county’s rule (Data, Settings)', ...own, own },
    contract_id,
  };
}

function whose(store: Store, { client_id, urn, contract_id }: Absence): string {
  if (client_id !== null) {
    const client = store.clients.get(client_id);
    return client === null ? '' : `${client.forename} ${client.surname}`.trim() || client.ref;
  }
  if (urn !== null) return store.schools.get(urn)?.name ?? '';
  return contract_id === null ? '' : (store.contracts.get(contract_id)?.provider ?? '');
}

function subjectOf(each: Absence) {
  return {
    ...(each.client_id === null ? {} : { client_id: each.client_id }),
    ...(each.contract_id === null ? {} : { contract_id: each.contract_id }),
  };
}

function changeCalendar(
  host: Host,
  rule: DayRule,
  write: (store: Store) => readonly string[],
): ReturnType<Handlers<'calendars/set'>['calendars/set']> {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  const problems = store.write({ ...host.byHand() }, () => write(store));
  if (problems.length > 0) return notComplete(problems);
  host.changed('applications', 'plan', 'data');
  return ok(calendarView(store, { urn: rule.urn, year_group: null, on: rule.from_on }));
}

export const calendarsHandlers: Handlers<
  | 'calendars/schools'
  | 'calendars/year'
  | 'calendars/set'
  | 'calendars/remove'
  | 'absences/list'
  | 'absences/record'
  | 'absences/withdraw'
  | 'absences/set-rule'
> = {
  'calendars/schools': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(calendarSchools(store.value, host.today())) : store;
  },

  'calendars/year': ({ urn, year_group, on }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    return ok(calendarView(store.value, { urn, year_group, on: on ?? host.today() }));
  },

  'calendars/set': ({ rule }, host) =>
    changeCalendar(host, rule, (store) => {
      const problems = ruleProblems(store, rule);
      if (problems.length > 0) return problems;
      const { inYear } = store;
      inYear.removeDayRules(inYear.dayRules().filter((other) => givesWay(other, rule)));
      inYear.setDayRules([{ ...rule, why: rule.why.trim() }]);
      return [];
    }),

  'calendars/remove': ({ rule }, host) =>
    changeCalendar(host, rule, (store) =>
      store.inYear.removeDayRules([rule]) === 0 ? ['There is no such entry any more.'] : [],
    ),

  'absences/list': (of, host) => {
    const store = host.store();
    return store.ok ? ok(absenceView(store.value, of, host)) : store;
  },

  'absences/record': ({ by, ...given }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const recorded_by = by.trim();
    const subject = { child: given.client_id, school: given.urn, provider: given.contract_id }[
      given.kind
    ];
    const problems = [
      ...(subject === null ? ['Say who was away.'] : []),
      ...(given.to_on < given.from_on ? ['The last day is before the first.'] : []),
      ...(recorded_by === '' ? ['Sign with your name.'] : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    const made = store.write({ who: recorded_by, why: 'hand' }, () =>
      store.inYear.recordAbsence({
        ...given,
        client_id: given.kind === 'child' ? given.client_id : null,
        urn: given.kind === 'school' ? given.urn : null,
        contract_id: given.kind === 'provider' ? given.contract_id : null,
        why: given.why.trim(),
        recorded_on: host.today(),
        recorded_by,
      }),
    );
    host.changed('data', 'plan');
    return ok(absenceView(store, subjectOf(made), host));
  },

  'absences/withdraw': ({ id, why, by }, host): Result<AbsenceView> => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const known = store.inYear.absence(id);
    if (known === null || known.withdrawn !== null)
      return fail('no_such_record', 'There is no such absence.', 'Look at the list again.', { id });
    const problems = [
      ...(why.trim() === '' ? ['Write why it is withdrawn.'] : []),
      ...(by.trim() === '' ? ['Sign with your name.'] : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    store.write({ who: by.trim(), why: 'hand' }, () => {
      store.inYear.withdrawAbsence(id, { on: host.today(), by: by.trim(), why: why.trim() });
    });
    host.changed('data', 'plan');
    return ok(absenceView(store, subjectOf(known), host));
  },

  'absences/set-rule': ({ contract_id, rule }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    if (store.contracts.get(contract_id) === null)
      return fail('no_such_record', 'There is no such contract.', 'Look at the route again.', {
        contract_id,
      });
    if (rule?.source.trim() === '') return notComplete(['Write where the rule stands.']);
    store.write(host.byHand(), () => {
      store.inYear.setContractRule(
        contract_id,
        rule === null ? null : { ...rule, source: rule.source.trim(), contract_id },
      );
    });
    host.changed('data', 'plan');
    return ok(absenceView(store, { contract_id }, host));
  },
};
