/** When a provider is asked to destroy a sheet that a later version replaced, and how it is asked. */
import { formatDate } from '../../format/date.ts';
import type { WithdrawalNote } from '../../model/paper.ts';
import type { IssuedSheet, SheetToIssue } from '../../model/route-sheet.ts';

/**
 * Why the provider must not keep the old sheet; '' where it may lie in the cab until the new one is there: it names the same children, to the
 * same reader.
 */
export function whyDestroy(
  before: Pick<IssuedSheet, 'recipient' | 'clients' | 'content'>,
  now: Pick<SheetToIssue, 'recipient' | 'clients' | 'version'>,
): string {
  if (before.recipient !== now.recipient) return `The route now runs for ${now.recipient}.`;
  const left = before.clients.filter((id) => !now.clients.includes(id)).length;
  if (left === 0) return '';
  return `Version ${now.version} replaces it; ${left === 1 ? 'a child on it is' : `${left} children on it are`} no longer carried.`;
}

/** The note as it is sent: it names no child. */
export function noteWords(note: WithdrawalNote, office: string): string {
  return [
    `To ${note.recipient}`,
    `Route ${note.route_ref}, route sheet version ${note.version}: withdrawn on ${formatDate(note.prepared_on)}.`,
    `Why: ${note.reason}`,
    'Please destroy every copy of this sheet as soon as its last run is done: paper in vehicles and offices, files, messages and photographs of it. It names children and their homes. Then tell us that it is done, who did it and when.',
    `Ring the office: ${office}.`,
  ].join('\n\n');
}
