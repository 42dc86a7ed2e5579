/** One page for the provider's reply: what was asked, what published prices explain, what was answered. No other provider's price is on it. */
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { letterSenderAt } from '../../../shared/costing/read-settings.ts';
import { PAPER } from '../../../shared/figures/colours.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatPercent, formatPercentChange, formatQuantity } from '../../../shared/format/number.ts'; // prettier-ignore
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { CLAIM_OUTCOME_WORDS, type ClaimRecord } from '../../../shared/model/claim.ts';
import { weighClaim, type Claim } from '../../../shared/pressure/claim.ts';
import { chromiumPrinter, type PdfPrinter } from '../../files/pdf-printer.ts';
import type { JobContext } from '../context.ts';
import { priceFacts } from '../cost-facts.ts';
import type { ExportedFile } from '../export-report.ts';
import { paperDocument } from '../paper-document.ts';
import { escapeHtml } from '../paper-table.ts';

/** Contracts shown by themselves on the page; more are told as a sum. */
const MOST_LINES = 12;

/** Prints the note of a claim. Nothing in the store changes. */
export async function claimNote(
  store: Store,
  { claim_id, on }: { readonly claim_id: number; readonly on: IsoDate },
  ctx: JobContext,
  print: PdfPrinter = chromiumPrinter,
): Promise<Result<ExportedFile>> {
  const claim = store.claims.get(claim_id);
  if (claim === null)
    return fail('no_claim', 'There is no such claim any more.', 'Look at the list again.');
  ctx.stage('Printing the note', null);
  const pdf = await print(await claimNoteHtml(store, claim, on));
  if (!pdf.ok) return pdf;
  const of = claim.contract_ref === '' ? claim.provider : claim.contract_ref;
  const name = `claim-${of.replaceAll(/[^\w-]+/gu, '-')}-${claim.received_on}.pdf`;
  return ok({ name, bytes: pdf.value });
}

/** The page. The figures are those of the day the claim was weighed. */
export function claimNoteHtml(store: Store, claim: ClaimRecord, on: IsoDate): Promise<string> {
  const { weighed, provider, contract_ref } = claim;
  const settings = store.settings.all();
  const { team, contact } = letterSenderAt(settings, on);
  const answer = claim.answers.at(-1) ?? null;
  const contracts = claimsOf(store, claim);
  const subject = contract_ref === '' ? formatQuantity(weighed.contracts, 'contract') : `contract ${contract_ref}`; // prettier-ignore
  const demo = store.meta.get().demo;
  return paperDocument({
    title: `Price claim of ${provider}, ${subject}`,
    style: STYLE,
    main: `<header><p class="soft">${escapeHtml(store.meta.get().county)}, ${escapeHtml(team)}</p>
<h1>Your claim of ${formatPercentChange(claim.asked)}</h1>
<p class="to">${escapeHtml(provider)}, ${escapeHtml(subject)}; received ${formatDate(claim.received_on)}</p></header>
${demo ? '<p class="warning">Invented data</p>' : ''}
${weighed.sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('')}
${forcesHtml(contracts[0] ?? null, weighed.contracts)}
${contracts.length > 1 && contracts.length <= MOST_LINES ? linesHtml(contracts) : ''}
${weighed.gaps.length === 0 ? '' : `<h2>What was assumed</h2><ul>${weighed.gaps.map((gap) => `<li>${escapeHtml(gap)}</li>`).join('')}</ul>`}
<h2>Our answer</h2>
${answer === null ? '<p>Not answered yet. Please show what else makes your costs rise, with dates and papers.</p>' : `<p><b>${CLAIM_OUTCOME_WORDS[answer.outcome]}${answer.outcome === 'refused' ? '' : ` at ${formatPercentChange(answer.agreed)}`}</b>, ${formatDate(answer.on)}, ${escapeHtml(answer.by)}.</p><p>${escapeHtml(answer.why)}</p>`}
<p class="soft foot">Weighed on ${formatDate(weighed.on)} by published price series alone; shares of a price are the contract’s own where it states them. Printed ${formatDate(on)}.${contact.trim() === '' ? '' : ` Questions: ${escapeHtml(contact)}.`}</p>`,
  });
}

/** The claim weighed again as on its day: the same series and settings, less what was put in since. */
function claimsOf(store: Store, claim: ClaimRecord): readonly Claim[] {
  const facts = priceFacts(store, claim.weighed.on);
  const given = { priced_on: claim.priced_on, clauses: store.clauses.list() };
  return store.contracts
    .all()
    .filter((each) =>
      claim.contract_ref === ''
        ? each.provider === claim.provider && each.ends_on >= claim.weighed.on
        : each.ref === claim.contract_ref,
    )
    .map((each) => weighClaim(facts, each, claim.asked, given));
}

function forcesHtml(claim: Claim | null, contracts: number): string {
  if (claim === null) return '';
  const rows = claim.forces.map(
    ({ label, before, after, before_of, after_of, rise, share, explains, source }) =>
      `<tr><td><b>${label}</b><small>${escapeHtml(source)}</small></td><td>${before === '' ? 'not known' : `${before}<small>${escapeHtml(before_of)}</small>`}</td><td>${after === '' ? 'not known' : `${after}<small>${escapeHtml(after_of)}</small>`}</td><td class="number">${rise === null ? '' : formatPercentChange(rise)}</td><td class="number">${range(share)}</td><td class="number">${range(explains)}</td></tr>`,
  );
  const of = contracts > 1 ? ` (contract ${escapeHtml(claim.contract_ref)}, as an example)` : '';
  const clause = claim.clauses === null ? '' : `<p>By the contract’s own index clause: ${escapeHtml(claim.clauses.sentence)}</p>`; // prettier-ignore
  return `<h2>What published prices explain${of}</h2><table><thead><tr><th>Cost</th><th>${claim.priced_on === null ? 'When the price was set' : formatDate(claim.priced_on)}</th><th>${formatDate(claim.on)}</th><th class="number">Change</th><th class="number">Share of the price</th><th class="number">Explains</th></tr></thead><tbody>${rows.join('')}</tbody></table>${clause}`;
}

function linesHtml(claims: readonly Claim[]): string {
  const rows = claims.map(
    (each) =>
      `<tr><td>${escapeHtml(each.contract_ref)}</td><td class="number">${formatPence(each.price_day_pence)}</td><td class="number">${formatPence(each.asked_day_pence)}</td><td class="number">${range(each.explained)}</td></tr>`,
  );
  return `<h2>Contract by contract</h2><table><thead><tr><th>Contract</th><th class="number">£ a day</th><th class="number">Asked, £ a day</th><th class="number">Explained</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function range([low, high]: readonly [number, number]): string {
  const [a, b] = [formatPercent(low), formatPercent(high)];
  return a === b ? a : `${a} to ${b}`;
}

const STYLE = `
@page { size: A4; margin: 18mm 18mm 16mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 400 9.5pt/1.45 ${PAPER.font}; color: ${PAPER.ink}; -webkit-print-color-adjust: exact; }
h1 { font-size: 19pt; font-weight: 600; line-height: 1.2; }
h2 { font-size: 11pt; font-weight: 600; margin: 6mm 0 1.6mm; }
p + p { margin-top: 2mm; }
.to { font-weight: 600; margin-bottom: 5mm; }
.soft, small { color: ${PAPER.ink_soft}; }
small { display: block; font-size: 7pt; line-height: 1.3; }
.warning { border: 0.4mm solid ${PAPER.rise}; color: ${PAPER.rise}; font-weight: 600; padding: 0.8mm 2.4mm; display: inline-block; margin: 0 0 3mm; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; }
th, td { text-align: left; vertical-align: top; padding: 1mm 3mm 1mm 0; border-bottom: 0.15mm solid ${PAPER.line}; }
th { font-weight: 600; color: ${PAPER.ink_soft}; border-bottom: 0.3mm solid ${PAPER.ink_soft}; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
ul { padding-left: 4mm; }
.foot { margin-top: 8mm; font-size: 8pt; }
`;
