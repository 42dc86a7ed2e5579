import { dayRuleWords } from '../../shared/calendar/day-rule-words.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { DayRule, DayRuleKind } from '../../shared/calendar/school-calendars.ts';
import type { Session } from '../session.ts';
import type { Outcome } from '../store.ts';
import type { YearStore } from '../year-aggregate.ts';

interface RuleRow {
  readonly urn: number;
  readonly kind: DayRuleKind;
  readonly from_on: IsoDate;
  readonly to_on: IsoDate;
  readonly year_groups: string;
  readonly days: number;
  readonly ends_s: number | null;
  readonly why: string;
}

function toRule(raw: unknown): DayRule {
  const { urn, kind, from_on, to_on, days, ends_s, why, year_groups } = raw as RuleRow;
  return { urn, kind, from_on, to_on, year_groups: JSON.parse(year_groups) as number[], days, ends_s, why }; // prettier-ignore
}

/** Year groups as their column holds them: in order, each once. */
function groupsText(groups: readonly number[]): string {
  return JSON.stringify([...new Set(groups)].sort((a, b) => a - b));
}

/** Days on which schools differ from their terms. */
export function dayRulesPart(
  session: Session,
): Pick<YearStore, 'dayRules' | 'setDayRules' | 'removeDayRules'> {
  const { sql, touched } = session;
  const columns = 'urn, kind, from_on, to_on, year_groups, days, ends_s, why';
  const all = sql.prepare(
    `SELECT ${columns} FROM school_day ORDER BY urn, from_on, kind, year_groups`,
  );
  const one = sql.prepare(
    `SELECT ${columns} FROM school_day WHERE urn = ? AND from_on = ? AND kind = ? AND year_groups = ?`,
  );
  const add = sql.prepare(`INSERT INTO school_day (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const change = sql.prepare(
    `UPDATE school_day SET to_on = ?, days = ?, ends_s = ?, why = ?
     WHERE urn = ? AND from_on = ? AND kind = ? AND year_groups = ?`,
  );
  const remove = sql.prepare(
    'DELETE FROM school_day WHERE urn = ? AND from_on = ? AND kind = ? AND year_groups = ?',
  );
  const nameOf = sql.prepare('SELECT name FROM school WHERE urn = ?').pluck();
  const log = (urn: number, before: string, after: string): void => {
    const ref =
      urn === 0 ? 'the county' : ((nameOf.get(urn) as string | undefined) ?? `school ${urn}`);
    session.log({ entity: 'calendar', ref, client_id: null, field: 'calendar', before, after });
  };
  const keyOf = (rule: DayRule) =>
    [rule.urn, rule.from_on, rule.kind, groupsText(rule.year_groups)] as const;
  return {
    dayRules: () => all.all().map(toRule),
    setDayRules: (rules) => {
      session.mustWrite();
      return rules.map((rule): Outcome => {
        const key = keyOf(rule);
        const found = one.get(...key);
        const { urn, kind, from_on, to_on, days, ends_s, why } = rule;
        if (found === undefined) {
          add.run(urn, kind, from_on, to_on, key[3], days, ends_s, why);
          log(urn, '', dayRuleWords(rule));
          touched.allClients = true;
          return 'added';
        }
        const before = toRule(found);
        const isSame =
          before.to_on === to_on &&
          before.days === days &&
          before.ends_s === ends_s &&
          before.why === why;
        if (isSame) return 'unchanged';
        change.run(to_on, days, ends_s, why, ...key);
        log(urn, dayRuleWords(before), dayRuleWords(rule));
        touched.allClients = true;
        return 'changed';
      });
    },
    removeDayRules: (rules) => {
      session.mustWrite();
      let removed = 0;
      for (const rule of rules) {
        const key = keyOf(rule);
        const found = one.get(...key);
        if (found === undefined) continue;
        remove.run(...key);
        log(rule.urn, dayRuleWords(toRule(found)), '');
        touched.allClients = true;
        removed += 1;
      }
      return removed;
    },
  };
}
