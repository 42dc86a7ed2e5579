/** Postings of the ledger against contracts and invoices, by contract number, provider and invoice number. */
import { providerKey } from '../intake/provider-name.ts';
import type { CostCode, LedgerLine } from '../model/budget.ts';
import type { Contract } from '../model/contract.ts';
import { isContractLine, linesOfCodes } from './budget-lines.ts';
import type { InvoiceSource, ShownLine } from './money-facts.ts';

export const MATCH_KINDS = ['invoice', 'contract', 'provider', 'none', 'apart'] as const;
/**
 * `invoice`: an imported invoice of the provider; `contract`: a contract of the register; `provider`: a provider of the register, but neither
 * of these; `none`: nothing of it is known; `apart`: paid to families, or income, so no contract is looked for.
 */
export type MatchKind = (typeof MATCH_KINDS)[number];

export const MATCH_WORDS: Readonly<Record<MatchKind, string>> = {
  invoice: 'By invoice',
  contract: 'By contract number',
  provider: 'By provider alone',
  none: 'Not matched',
  apart: 'No contract expected',
};

/** A posting with what it was matched to. */
export interface Matched {
  readonly line: LedgerLine;
  readonly on_line: ShownLine;
  readonly kind: MatchKind;
  /** The register's reference; '' where it names none that is there. */
  readonly contract_ref: string;
  readonly invoice_id: number | null;
  /** What was not found, or does not agree, in a sentence; '' where nothing is to be said. */
  readonly why: string;
}

const key = (text: string): string => text.trim().toUpperCase();

/** Matches every posting. An invoice counts only where its provider agrees or the posting names none and no other provider has that number. */
export function matchLedger(
  ledger: readonly LedgerLine[],
  facts: {
    readonly codes: readonly CostCode[];
    readonly contracts: readonly Pick<Contract, 'ref' | 'provider'>[];
    readonly invoices: readonly InvoiceSource[];
  },
): readonly Matched[] {
  const lineOf = linesOfCodes(facts.codes);
  const contracts = new Map(facts.contracts.map((each) => [key(each.ref), each]));
  const providers = new Set(facts.contracts.map(({ provider }) => providerKey(provider)));
  const invoices = Map.groupBy(facts.invoices, ({ ref }) => key(ref));
  return ledger.map((line): Matched => {
    const on_line = lineOf(line.code);
    const none = { line, on_line, contract_ref: '', invoice_id: null };
    if (line.held !== '') return { ...none, kind: 'none', why: `Held: ${line.given}. It counts nothing.` }; // prettier-ignore
    if (!isContractLine(on_line)) return { ...none, kind: 'apart', why: '' };
    const named = line.provider === '' ? '' : providerKey(line.provider);
    const contract = line.contract_ref === '' ? undefined : contracts.get(key(line.contract_ref));
    const contract_ref = contract?.ref ?? '';
    const alike = line.invoice_ref === '' ? [] : (invoices.get(key(line.invoice_ref)) ?? []);
    const of = named === '' ? alike : alike.filter(({ provider }) => providerKey(provider) === named); // prettier-ignore
    const [invoice] = of;
    if (invoice !== undefined && of.length === 1)
      return { ...none, kind: 'invoice', contract_ref, invoice_id: invoice.id, why: '' };
    if (contract !== undefined) {
      const other = named !== '' && providerKey(contract.provider) !== named;
      return { ...none, kind: 'contract', contract_ref, why: other ? `Contract ${contract.ref} is ${contract.provider}’s, not ${line.provider}’s.` : '' }; // prettier-ignore
    }
    const missing = [
      line.contract_ref === '' ? 'names no contract' : `names contract ${line.contract_ref}, which is not in the register`, // prettier-ignore
      line.invoice_ref === '' ? 'no invoice' : `invoice ${line.invoice_ref}, which was not imported`, // prettier-ignore
    ].join(' and ');
    return named !== '' && providers.has(named)
      ? { ...none, kind: 'provider', why: `It ${missing}.` }
      : { ...none, kind: 'none', why: `It ${missing}; ${line.provider === '' ? 'it names no provider' : `${line.provider} is no provider of the register`}.` }; // prettier-ignore
  });
}
