import { EVIDENCE_WORDS, evidenceSaid } from '../../shared/casework/evidence-words.ts';
import { formatDate } from '../../shared/format/date.ts';
import type { EvidenceRecord } from '../../shared/model/evidence.ts';
import { escapeHtml } from './paper-table.ts';

/** The evidence that a decision was signed on, oldest first, with who recorded it. */
export function evidenceHtml(records: readonly EvidenceRecord[]): string {
  if (records.length === 0) return '<p class="soft">No evidence was recorded before it.</p>';
  const rows = records.map(
    ({ given, recorded_on, recorded_by }) =>
      `<tr><td>${formatDate(recorded_on)}</td><td>${EVIDENCE_WORDS[given.kind]}</td><td dir="auto">${escapeHtml(evidenceSaid(given))}</td><td><bdi>${escapeHtml(recorded_by)}</bdi></td></tr>`,
  );
  return `<table><thead><tr><th scope="col">Recorded</th><th scope="col">Kind</th><th scope="col">What</th><th scope="col">By</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
