/** What of a child with a protected address goes to the screens. A courtesy of the screen, not encryption: see the README. */
import type { CasePage, HistoryEntry } from '../../shared/api/views/case.ts';
import type { TifPage } from '../../shared/api/views/tif.ts';
import type { TifAnswers } from '../../shared/model/tif.ts';
import {
  ADDRESS_FIELDS,
  lookersAt,
  TIF_ADDRESS_ANSWERS,
  withoutAddress,
  type Lookers,
} from '../../shared/casework/protected.ts';
import { fieldLabel } from '../../shared/history/field-labels.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Client } from '../../shared/model/client.ts';
import type { LetterContent } from '../../shared/model/letter.ts';
import type { Store } from '../../db/store.ts';
import type { Host } from './handler.ts';

/** Who may look, and whether whoever works at this machine may. */
export function lookersOf(store: Store, host: Host): Lookers {
  return lookersAt(store.settings.all(), host.byHand().who, host.today());
}

/** The page without anything that says where the child lives; whoever may look asks for the address apart. */
export function hideAddress(page: CasePage): CasePage {
  if (!page.client.protected_address) return page;
  return {
    ...page,
    client: withoutAddress(page.client),
    district_name: '',
    // Others at the address would give it away.
    siblings: [],
    history: hideHistory(page.history),
  };
}

/** Lines about the address say that it changed, and not from what to what. */
export function hideHistory(lines: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return lines.map((line) =>
    ADDRESS_FIELDS.has(line.field)
      ? { ...line, from: '', to: '', sentence: `${fieldLabel(line.field)} changed (protected)` }
      : line,
  );
}

/** Refuses changes of a protected address, and taking its protection away, to all who may not look at it. */
export function mayChangeAddress(
  client: Client,
  changes: Readonly<Partial<Client>>,
  lookers: Lookers,
): Result<null> {
  if (!client.protected_address || lookers.may_look) return ok(null);
  const touches = Object.keys(changes).some((field) => ADDRESS_FIELDS.has(field));
  return touches || changes.protected_address === false ? notNamed(lookers) : ok(null);
}

/** Says who may look. */
export function notNamed({ names }: Lookers) {
  return fail(
    'protected_address',
    'This address is protected.',
    names.length === 0
      ? 'Nobody is named yet who may see it: name them under Data, Settings.'
      : `Ask one of those who may see it: ${names.join(', ')}.`,
    { names },
  );
}

/** The form without the answers that say where a protected child lives, whoever looks: the address itself is looked at on the case. */
export function hideTifAddress(page: TifPage, client: Client | null): TifPage {
  if (client?.protected_address !== true) return page;
  const without = (answers: TifAnswers): TifAnswers =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => !isAddressAnswer(key)));
  const given = TIF_ADDRESS_ANSWERS.map((key) => [key, (page.answers[key] ?? '') !== ''] as const);
  return {
    ...page,
    answers: without(page.answers),
    record: without(page.record),
    versions: page.versions.map((each) => ({ ...each, answers: without(each.answers) })),
    draft: page.draft === null ? null : { ...page.draft, answers: without(page.draft.answers) },
    hidden: Object.fromEntries(given),
  };
}

/** A letter as a screen shows it: without a protected address, but for who may look. On paper it stands, in a file of its own. */
export function hideLetterAddress(
  content: LetterContent,
  isProtected: boolean,
  lookers: Lookers,
): LetterContent {
  if (!isProtected || lookers.may_look) return content;
  return { ...content, address: 'Protected address', postcode: '' };
}

/** Whether an answer of a TIF says where a child lives. */
export function isAddressAnswer(key: string): boolean {
  return TIF_ADDRESS_ANSWERS.some((each) => each === key);
}
