/** What is told of stops on some days: another address, childcare, a pick-up point, or the home on a part of the week. */
import type { Carriage, PartCarriage } from '../../model/carriage.ts';
import type { NoticeRecipient } from '../../model/change-notice.ts';
import { isAtHome } from '../../model/stop-place.ts';
import { isSmall, type ChangeBasis, type ChildChange } from '../changes.ts';
import { partWords, type PartAudience } from '../part-days.ts';
import { recipientKey } from './recipient.ts';
import type { NeededNotice } from './work-out.ts';

/** The stops of one child on some days, before and now. */
export interface PartsOfChild {
  readonly old: readonly PartCarriage[];
  readonly now: readonly PartCarriage[];
}

/** Each in words, by child, as the list of changes says them. */
export function someDaysOf(
  parts: ReadonlyMap<number, readonly PartCarriage[]>,
  basis: ChangeBasis,
): ReadonlyMap<number, readonly string[]> {
  return new Map([...parts].map(([id, all]) => [id, all.map((part) => wordsOf(part, basis))]));
}

/** Which address it is stands on no notice, since its kind may say that a child is in care. */
function wordsOf(part: PartCarriage, basis: ChangeBasis, audience: PartAudience = 'all'): string {
  const addressWords = (_: number, place: string) => (isAtHome(place) ? '' : 'other address');
  return partWords(part, { ...basis, addressWords }, audience);
}

/**
 * The notices of a change, each with that side of the stops on some days which its recipient may read. Besides those whom the way from home
 * concerns, the school, provider and assistant of each stop that differs are told, a provider of its own routes alone. Times within the
 * planner's tolerance are no difference.
 */
export function someDaysFor(
  change: ChildChange,
  stops: PartsOfChild,
  { basis, home }: { readonly basis: ChangeBasis; readonly home: Carriage | null },
): readonly NeededNotice[] {
  const { client_id, kind, disrupts } = change;
  const changes = change.changes.filter(({ field }) => field !== 'some_days');
  const differs = differing(stops, basis);
  const areSame = differs.old.length === 0 && differs.now.length === 0;
  if (areSame && isSmall({ kind, disrupts, changes })) return [];
  const ofHome = changes.length === 0 ? change.tell.filter(({ who }) => who === 'family' || who === 'social_worker') : change.tell; // prettier-ignore
  // A provider who loses the way from home and keeps stops on some days carries the child still.
  const left = changes
    .filter(({ field }) => field === 'route')
    .map((each) => ({ ...each, now: '' }));
  const partTell = tellsOf(differs, stops, { basis, home });
  const inHome = new Set(ofHome.map(({ who, name }) => recipientKey(who, name)));
  const added = partTell.filter(({ who, name }) => !inHome.has(recipientKey(who, name)));
  const noticeFor = (
    { who, name }: Recipient,
    own: ChildChange['changes'],
  ): readonly NeededNotice[] => {
    const [was, is] = [read(differs.old, who, name), read(differs.now, who, name)];
    const some = was === is ? [] : [{ field: 'some_days' as const, old: was, now: is }];
    const all = [...own, ...some];
    if (all.length === 0) return [];
    const isJoined = was === '' && own.length === 0 && (who === 'new_provider' || who === 'assistant') && !hadBefore(stops, { who, name, home }); // prettier-ignore
    return [{ client_id, who, name, kind: isJoined ? 'joined' : kind, changes: all }];
  };
  return [
    ...ofHome.flatMap((each) =>
      isStaying(each, stops)
        ? noticeFor({ ...each, who: 'new_provider' }, left)
        : noticeFor(each, changes),
    ),
    ...added.flatMap((each) => noticeFor(each, [])),
  ];

  function read(parts: readonly PartCarriage[], who: NoticeRecipient, name: string): string {
    const own = parts.filter((part) => concerns(part, { who, name, basis }));
    const audience = who === 'family' || who === 'social_worker' ? 'all' : who === 'school' ? 'school' : 'route'; // prettier-ignore
    return own.map((part) => wordsOf(part, basis, audience)).join('; ');
  }
}

interface Recipient {
  readonly who: NoticeRecipient;
  readonly name: string;
}

function isStaying({ who, name }: Recipient, { now }: PartsOfChild): boolean {
  return who === 'old_provider' && now.some(({ provider }) => provider === name);
}

function concerns(
  part: PartCarriage,
  { who, name, basis }: Recipient & { readonly basis: ChangeBasis },
): boolean {
  if (who === 'family' || who === 'social_worker') return true;
  if (who === 'school') return basis.schoolName(part.school_urn) === name;
  if (who === 'assistant') return part.assistant && name.split(', ').includes(part.route_ref);
  return part.provider === name;
}

/** Whether a provider or assistant carried the child already, so that no child joins them. */
function hadBefore(
  { old }: PartsOfChild,
  { who, name, home }: Recipient & { readonly home: Carriage | null },
): boolean {
  const is = (of: Pick<Carriage, 'provider' | 'route_ref'>): boolean =>
    who === 'assistant' ? of.route_ref === name : of.provider === name;
  return old.some(is) || (home !== null && is(home));
}

function tellsOf(
  { old, now }: PartsOfChild,
  stops: PartsOfChild,
  { basis, home }: { readonly basis: ChangeBasis; readonly home: Carriage | null },
): ChildChange['tell'] {
  const both = [...old, ...now];
  const names = (all: readonly string[]): readonly string[] => [...new Set(all)].filter((name) => name !== ''); // prettier-ignore
  const still = new Set([home?.provider ?? '', ...stops.now.map(({ provider }) => provider)]);
  const as = (who: NoticeRecipient, all: readonly string[]) => names(all).map((name) => ({ who, name })); // prettier-ignore
  const providers = names(both.map(({ provider }) => provider));
  return [
    ...as('school', both.map(({ school_urn }) => basis.schoolName(school_urn))), // prettier-ignore
    ...as('old_provider', providers.filter((name) => !still.has(name))), // prettier-ignore
    ...as('new_provider', providers.filter((name) => still.has(name))), // prettier-ignore
    ...as('assistant', both.flatMap(({ assistant, route_ref }) => (assistant ? [route_ref] : []))), // prettier-ignore
  ];
}

/** Stops that read differently, and not by times within the tolerance alone. */
function differing({ old, now }: PartsOfChild, basis: ChangeBasis): PartsOfChild {
  const isSame = (a: PartCarriage, b: PartCarriage): boolean =>
    wordsOf({ ...a, ...NO_TIMES }, basis) === wordsOf({ ...b, ...NO_TIMES }, basis) &&
    a.place === b.place &&
    TIMES.every((time) => Math.abs((a[time] ?? 0) - (b[time] ?? 0)) <= basis.prices.tolerance_s);
  return {
    old: old.filter((each) => !now.some((other) => isSame(each, other))),
    now: now.filter((each) => !old.some((other) => isSame(each, other))),
  };
}

const NO_TIMES = { pick_up_s: null, arrive_s: null, depart_s: null, drop_off_s: null } as const;
const TIMES = ['pick_up_s', 'arrive_s', 'depart_s', 'drop_off_s'] as const;
