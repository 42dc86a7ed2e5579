/** Laws of change notices: nobody who notices a change is left untold, nobody reads what they may not, and what is taken back is told to nobody. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { Carriage } from '../../shared/model/carriage.ts';
import { NOTICE_RECIPIENTS, type ChangeNotice } from '../../shared/model/change-notice.ts';
import { changesBetween } from '../../shared/service/changes.ts';
import { ALLOWED_FIELDS, NOTICE_FIELDS } from '../../shared/service/notices/allowed-fields.ts';
import { noticeText, textAsTold } from '../../shared/service/notices/notice-text.ts';
import { recipientKey } from '../../shared/service/notices/recipient.ts';
import { reconcileNotices } from '../../shared/service/notices/reconcile.ts';
import { workOutNotices, type NeededNotice } from '../../shared/service/notices/work-out.ts';
import { CARRIAGE_BASIS, carriageDay } from '../helpers/random-carriage.ts';

const CHILDREN = 9;
const everyone = new Set(Array.from({ length: CHILDREN }, (_, at) => at + 1));
const day = carriageDay(CHILDREN);
const nobody = new Map<string, number>();

/** Works notices out between days; `told` says what a recipient was told of, by the day's number. */
function worked(
  days: readonly (readonly Carriage[])[],
  told: (client_id: number) => ReadonlyMap<string, number> = () => nobody,
) {
  return workOutNotices({
    concerned: everyone,
    now: days.at(-1) ?? [],
    dayAt: (as_of) => days[as_of] ?? [],
    knownSince: () => 0,
    toldSince: told,
    basis: CARRIAGE_BASIS,
  });
}
const key = ({ client_id, who, name }: Pick<NeededNotice, 'client_id' | 'who' | 'name'>) => `${client_id} ${who} ${name}`; // prettier-ignore
const opened = (needed: readonly NeededNotice[], as_of: number): readonly ChangeNotice[] =>
  needed.map((each, at) => ({
    ...each,
    id: at + 1,
    event_id: 1,
    as_of,
    prepared_on: isoDate('2026-10-05'),
    by_on: isoDate('2026-10-09'),
    told: null,
    acknowledged: null,
    withdrawn: null,
  }));

describe('change notices', () => {
  it('are asked for exactly: every child whose carriage changes in what they notice, everybody whom the change list names', () => {
    let asked = 0;
    fc.assert(
      fc.property(day, day, (before, after) => {
        const confirmed = new Set([...before, ...after].flatMap((each) => (each.confirmed ? [each.client_id] : []))); // prettier-ignore
        const expected = changesBetween(before, after, CARRIAGE_BASIS)
          .filter((each) => !each.small && confirmed.has(each.client_id))
          .flatMap(({ client_id, tell }) => tell.map((each) => key({ client_id, ...each })));
        const { needed } = worked([before, after]);
        asked += needed.length;
        expect(needed.map(key).toSorted()).toEqual(expected.toSorted());
        for (const { client_id } of needed)
          expect(needed.some((each) => each.client_id === client_id && each.who === 'family')).toBe(true); // prettier-ignore
      }),
      { numRuns: 200 },
    );
    expect(asked).toBeGreaterThan(500);
  });

  it('are all withdrawn where the change is taken back before anybody was told', () => {
    fc.assert(
      fc.property(day, day, (before, after) => {
        const open = opened(worked([before, after]).needed, 1);
        const back = reconcileNotices(worked([before, after, before]).needed, open);
        expect(back.open).toEqual([]);
        expect(back.keep).toEqual([]);
        expect(back.withdraw).toHaveLength(open.length);
      }),
      { numRuns: 100 },
    );
  });

  it('stay as they are where nothing more changes', () => {
    fc.assert(
      fc.property(day, day, (before, after) => {
        const open = opened(worked([before, after]).needed, 1);
        const again = reconcileNotices(worked([before, after, after]).needed, open);
        expect(again.open).toEqual([]);
        expect(again.withdraw).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('say to whoever was told of it that it is as before again, where it is taken back after', () => {
    let told_back = 0;
    fc.assert(
      fc.property(day, day, fc.infiniteStream(fc.boolean()), (before, after, coin) => {
        const told = worked([before, after]).needed.filter(() => coin.next().value === true);
        const toldOf = (id: number) =>
          new Map(told.filter(({ client_id }) => client_id === id).map(({ who, name }) => [recipientKey(who, name), 1])); // prettier-ignore
        const { needed } = worked([before, after, before], toldOf);
        for (const { client_id, who, name } of needed)
          expect(toldOf(client_id).has(recipientKey(who, name))).toBe(true);
        const families = (of: readonly NeededNotice[]) =>
          of.flatMap(({ client_id, who }) => (who === 'family' ? [client_id] : [])).toSorted((a, b) => a - b); // prettier-ignore
        told_back += families(told).length;
        expect(families(needed)).toEqual(families(told));
      }),
      { numRuns: 150 },
    );
    expect(told_back).toBeGreaterThan(100);
  });

  it('add up: small steps that nobody is told of are told once they come to more than the tolerance together', () => {
    const at = (pick_up_s: number): Carriage => ({
      client_id: 1,
      from_on: isoDate('2026-10-05'),
      plan_id: 1,
      route_ref: 'R1',
      contract_id: 1,
      provider: 'Apex',
      vehicle_class: 'taxi',
      assistant: false,
      school_urn: 1,
      pick_up_s,
      arrive_s: 31_000,
      depart_s: 55_000,
      drop_off_s: 57_000,
      confirmed: true,
    });
    const days = [[at(28_800)], [at(28_560)], [at(28_320)]];
    expect(worked(days.slice(0, 2))).toMatchObject({ needed: [], differing: new Set([1]) });
    expect(worked(days).needed.map(({ who }) => who)).toEqual(['family', 'new_provider']);
  });
});

describe('the text of a change notice', () => {
  const SECRETS = { surname: 'Quillfeather', address: '14 Hidden Close', companions: 'KT-77, KT-78' } as const; // prettier-ignore
  const changes = fc.array(
    fc.record({
      field: fc.constantFrom(...Object.keys(NOTICE_FIELDS), 'home_address', 'care_status', 'need', 'not_with'), // prettier-ignore
      kind: fc.boolean(),
    }),
    { maxLength: 8 },
  );

  it('holds no field that its recipient may not read, and no name or reference of another child', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NOTICE_RECIPIENTS),
        fc.constantFrom('joined', 'lost', 'changed'),
        changes,
        (who, kind, fields) => {
          const said = fields.map(({ field }) => ({
            field,
            old: field === 'companions' ? SECRETS.companions : `old-${field}-value`,
            now: field === 'companions' ? 'KT-78' : `new-${field}-value`,
          }));
          const text = textAsTold(
            noticeText({
              notice: { who, name: 'X', kind, changes: said },
              effective_on: isoDate('2026-10-12'),
              child: { forename: 'Ada', surname: SECRETS.surname, ref: 'KT-1' },
              office: '03000 000000',
            }),
          );
          const allowed: readonly string[] = ALLOWED_FIELDS[who].fields;
          for (const { field } of fields) {
            if (allowed.includes(field)) continue;
            expect(text).not.toContain(`old-${field}-value`);
            expect(text).not.toContain(`new-${field}-value`);
          }
          expect(text).not.toContain('KT-7');
          const isNamed = ALLOWED_FIELDS[who].child === 'full name';
          expect(text.includes(SECRETS.surname)).toBe(isNamed);
          expect(text).toContain(isNamed ? 'Ada Quillfeather' : 'Ada Q.');
          if (who === 'old_provider') expect(text).not.toContain('new-');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives a provider no surname, no provider before or after, and an old one not where the child goes', () => {
    const said = [
      { field: 'route', old: 'KX-1', now: 'KX-2' },
      { field: 'provider', old: 'Apex', now: 'Beult' },
      { field: 'pick_up', old: '08:04', now: '07:52' },
    ];
    const of = (who: 'old_provider' | 'new_provider') =>
      textAsTold(
        noticeText({
          notice: { who, name: 'X', kind: 'changed', changes: said },
          effective_on: isoDate('2026-10-12'),
          child: { forename: 'Ada', surname: 'Quill', ref: 'KT-1' },
          office: '',
        }),
      );
    expect(of('old_provider')).toBe(
      'A child leaves your route: Ada Q., from 12 Oct 2026\nFrom 12 Oct 2026 you no longer carry Ada Q.\n- Route: no longer KX-1',
    );
    expect(of('new_provider')).toContain('- Pick-up: 07:52');
    expect(of('new_provider')).not.toMatch(/08:04|KX-1\b|Apex|Quill|KT-1/);
  });

  it('leaves address, care status, need and why children travel apart out of every list', () => {
    for (const { fields } of Object.values(ALLOWED_FIELDS))
      for (const field of fields)
        expect(field).not.toMatch(
          /address|postcode|care|need|medical|not_with|ehcp|income|religion/,
        );
  });
});
