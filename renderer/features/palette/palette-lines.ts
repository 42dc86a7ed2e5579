import {
  Building2,
  CalendarClock,
  CornerDownLeft,
  IdCard,
  Route,
  School,
  Truck,
  User,
  type LucideIcon,
} from 'lucide-react';
import type { SearchHit, SearchReason } from '../../../shared/api/views/search.ts';
import { wordsOf } from '../../../shared/search/fold.ts';
import { marksOf, type Mark } from '../../../shared/search/marks.ts';
import type { Command } from '../../state/commands.ts';
import { go, hrefOf, hrefOfCase } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { hrefOfEvent } from '../notices/notices-address.ts';
import { hrefOfProviderNamed, hrefOfRecord } from '../providers/provider-address.ts';
import { findCommands, type FoundCommand } from './command-match.ts';
import { recentCommands, rememberCommand } from './recent-commands.ts';

/** One line of the palette: a command, or something found. */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly detail: string;
  readonly detailMarks: readonly Mark[];
  readonly why: SearchReason | null;
  readonly icon: LucideIcon;
  readonly shortcut: string;
  /** Why it cannot be done now; null when it can. */
  readonly reason: string | null;
  readonly run: () => void;
}

/** Lines under a heading. */
export interface LineGroup {
  readonly heading: string;
  readonly lines: readonly Line[];
}

const HIT_ICONS: Readonly<Record<SearchHit['kind'], LucideIcon>> = {
  client: User,
  school: School,
  route: Route,
  provider: Building2,
  worker: IdCard,
  vehicle: Truck,
  change: CalendarClock,
};

const HEADINGS: Readonly<Record<SearchHit['kind'], string>> = {
  client: 'Children',
  school: 'Schools',
  route: 'Routes',
  provider: 'Providers',
  worker: 'Drivers and assistants',
  vehicle: 'Vehicles',
  change: 'Changes',
};

const HIT_WORDS: Readonly<Record<SearchHit['kind'], string>> = {
  client: '',
  school: 'School',
  route: 'Route',
  provider: 'Provider',
  worker: 'Person',
  vehicle: 'Vehicle',
  change: 'Change',
};

/** Headings of commands by the group that offers them; another group stands under its own name. */
const GROUP_WORDS: Readonly<Record<string, string>> = {
  frame: 'Anywhere',
  officer: 'Anywhere',
  store: 'Anywhere',
  places: 'Go to',
  case: 'This case',
  'case-state': 'This case',
  'case-facts': 'This case',
  eligibility: 'This case',
  assign: 'This case',
  work: 'Queues',
  'costs-parts': 'Costs',
};

function openHit(hit: SearchHit): void {
  const id = Number(hit.id);
  if (hit.kind === 'client') {
    go(hrefOfCase(id));
    return;
  }
  if (hit.kind === 'provider') {
    go(hrefOfProviderNamed(hit.title));
    return;
  }
  if (hit.kind === 'change') {
    go(hrefOfEvent(id));
    return;
  }
  if (hit.kind === 'worker' || hit.kind === 'vehicle') {
    go(hrefOfRecord(hit.kind, id));
    return;
  }
  select({ kind: hit.kind, id });
  go(hrefOf(hit.kind === 'school' ? 'map' : 'routes'));
}

function lineOfHit(hit: SearchHit): Line {
  // Under a heading of its own kind a hit need not say what it is.
  const kind = hit.fit === 'similar' ? HIT_WORDS[hit.kind] : '';
  const lead = kind === '' ? '' : `${kind}, `;
  return {
    id: `${hit.kind} ${hit.id}`,
    label: hit.title,
    marks: hit.marks,
    detail: lead + hit.detail,
    detailMarks: hit.detail_marks.map(([from, to]) => [from + lead.length, to + lead.length]),
    why: hit.why,
    icon: HIT_ICONS[hit.kind],
    shortcut: '',
    reason: null,
    run: () => {
      openHit(hit);
    },
  };
}

function lineOfCommand(command: Command, words: readonly string[]): Line {
  const enabled = command.isEnabled();
  return {
    id: command.id,
    label: command.label,
    marks: marksOf(command.label, words),
    detail: enabled === true ? '' : enabled,
    detailMarks: [],
    why: null,
    icon: CornerDownLeft,
    shortcut: command.shortcut ?? '',
    reason: enabled === true ? null : enabled,
    run: () => {
      rememberCommand(command.id);
      command.run();
    },
  };
}

function headingOf(group: string): string {
  return GROUP_WORDS[group] ?? group.charAt(0).toUpperCase() + group.slice(1).replaceAll('-', ' ');
}

/** Groups in the order in which their first line comes. */
function grouped<T>(
  items: readonly T[],
  headingFor: (item: T) => string,
  toLine: (item: T) => Line,
): readonly LineGroup[] {
  const groups = new Map<string, Line[]>();
  for (const item of items) {
    const heading = headingFor(item);
    groups.set(heading, [...(groups.get(heading) ?? []), toLine(item)]);
  }
  return [...groups].map(([heading, lines]) => ({ heading, lines }));
}

function commandGroups(found: readonly FoundCommand[], typed: string): readonly LineGroup[] {
  const words = wordsOf(typed);
  const line = ({ command }: FoundCommand): Line => lineOfCommand(command, words);
  if (words.length > 0) {
    const heading = found.some(({ rank }) => rank < 2) ? 'Commands' : 'Similar commands';
    return grouped(found, () => heading, line);
  }
  // Nothing typed: what was used last comes first, then what can be done here, then everywhere.
  const recent = recentCommands().flatMap((id) => found.filter(({ command }) => command.id === id));
  const rest = found.filter((each) => !recent.includes(each));
  const isHere = ({ group }: FoundCommand): boolean => !EVERYWHERE.has(group);
  const can = ({ command }: FoundCommand): boolean => command.isEnabled() === true;
  const order = (each: FoundCommand): number => (can(each) ? 0 : 2) + (isHere(each) ? 0 : 1);
  return [
    ...grouped(recent, () => 'Used last', line),
    ...grouped(
      rest.toSorted((a, b) => order(a) - order(b)),
      ({ group }) => headingOf(group),
      line,
    ),
  ];
}

const EVERYWHERE = new Set(['frame', 'officer', 'store', 'places', 'undo']);

/**
 * What the palette shows: what is found as typed, commands, what people wrote, and last what is only similar. One
 * letter is mostly the beginning of a command, so those lead then.
 */
export function paletteGroups(
  commands: Readonly<Record<string, readonly Command[]>>,
  hits: readonly SearchHit[],
  typed: string,
): readonly LineGroup[] {
  const of = (fits: (hit: SearchHit) => boolean, heading: (hit: SearchHit) => string) =>
    grouped(hits.filter(fits), heading, lineOfHit);
  const exact = of(
    ({ fit }) => fit !== 'note' && fit !== 'similar',
    ({ kind }) => HEADINGS[kind],
  );
  const found = commandGroups(findCommands(commands, typed), typed);
  const lead = /^[a-z]$/i.test(typed.trim()) ? [...found, ...exact] : [...exact, ...found];
  return [
    ...lead,
    ...of(
      ({ fit }) => fit === 'note',
      () => 'In what was written',
    ),
    ...of(
      ({ fit }) => fit === 'similar',
      () => `Similar to “${typed.trim()}”`,
    ),
  ];
}
