import { Plus } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { Saving } from '../../../shared/model/budget.ts';
import { SAVING_KIND_WORDS } from '../../../shared/model/budget-words.ts';
import type { SavingStanding } from '../../../shared/money/savings.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import type { BudgetPartProps } from './budget-screen.tsx';
import { exact } from './budget-words.ts';
import { SavingDialog } from './saving-dialog.tsx';

/** Savings of the year: what was planned, and what changed prices delivered. */
export function SavingsPart({ view }: BudgetPartProps) {
  const [editing, setEditing] = useState<Saving | 'new' | null>(null);
  const [openId, setOpenId] = useState<number | null>(null);
  const { savings } = view;
  const sum = (of: (each: SavingStanding) => number): number =>
    savings.reduce((total, each) => total + of(each), 0);
  return (
    <section className="budget-part" aria-label="Savings">
      <div className="budget-title">
        <p className="soft">
          Delivered is what the prices of a saving’s contracts changed by since the day before it
          began, times the days run: nothing is typed in.
        </p>
        <Button
          variant="primary"
          size="small"
          icon={Plus}
          onPress={() => {
            setEditing('new');
          }}
        >
          Add a saving
        </Button>
      </div>
      {savings.length === 0 ? (
        <p>
          No saving is tracked in this year. Add one with the contracts whose prices it changes.
        </p>
      ) : (
        <Table
          caption="Savings of the year, pounds"
          head={
            <>
              <Th>Saving</Th>
              <Th>Owner</Th>
              <Th>Kind</Th>
              <Th>From</Th>
              <Th align="end">Baseline a year</Th>
              <Th align="end">Planned</Th>
              <Th align="end">Planned to date</Th>
              <Th align="end">Delivered to date</Th>
              <Th align="end">By 31 March</Th>
            </>
          }
          foot={
            <tr>
              <Td>Total</Td>
              <Td />
              <Td />
              <Td />
              <Td align="end">{exact(sum(({ saving }) => saving.baseline_pence))}</Td>
              <Td align="end">{exact(sum((each) => each.planned_pence))}</Td>
              <Td align="end">{exact(sum((each) => each.planned_to_date_pence))}</Td>
              <Td align="end">{exact(sum((each) => each.delivered_pence))}</Td>
              <Td align="end">{exact(sum((each) => each.year_pence))}</Td>
            </tr>
          }
        >
          {savings.map((each) => (
            <Fragment key={each.saving.id}>
              <tr className="budget-line">
                <Td>
                  <LinkButton
                    label={`Edit ${each.saving.name}`}
                    onPress={() => {
                      setEditing(each.saving);
                    }}
                  >
                    {each.saving.name}
                  </LinkButton>
                </Td>
                <Td>{each.saving.owner}</Td>
                <Td>{SAVING_KIND_WORDS[each.saving.kind]}</Td>
                <Td>{formatDate(each.saving.from_on)}</Td>
                <Td align="end">{exact(each.saving.baseline_pence)}</Td>
                <Td align="end">{exact(each.planned_pence)}</Td>
                <Td align="end">{exact(each.planned_to_date_pence)}</Td>
                <Td align="end">
                  <LinkButton
                    label={`${each.saving.name}, delivered: ${exact(each.delivered_pence)} pounds, contract by contract`}
                    onPress={() => {
                      setOpenId(openId === each.saving.id ? null : each.saving.id);
                    }}
                  >
                    {exact(each.delivered_pence)}
                  </LinkButton>
                </Td>
                <Td align="end">{exact(each.year_pence)}</Td>
              </tr>
              <tr className="budget-why">
                <Td colSpan={9}>
                  {openId === each.saving.id ? (
                    <Contracts standing={each} />
                  ) : (
                    `${each.saving.baseline}. ${againstPlan(each)}`
                  )}
                </Td>
              </tr>
            </Fragment>
          ))}
        </Table>
      )}
      {editing === null ? null : (
        <SavingDialog
          saving={editing === 'new' ? null : editing}
          year={view.year}
          onClose={() => {
            setEditing(null);
          }}
          onRemove={(id) => {
            void remove(id);
            setEditing(null);
          }}
        />
      )}
    </section>
  );
}

function againstPlan({ delivered_pence, planned_to_date_pence: planned }: SavingStanding): string {
  const apart = delivered_pence - planned;
  if (planned === 0 && delivered_pence === 0)
    return 'Nothing was planned to date, and nothing is delivered.';
  return apart === 0
    ? 'As planned to date.'
    : `${formatPence(Math.abs(apart))} ${apart > 0 ? 'more' : 'less'} than planned to date.`;
}

function Contracts({ standing }: { readonly standing: SavingStanding }) {
  return (
    <ul className="budget-contracts">
      {standing.contracts.map((each) => (
        <li key={each.ref}>
          <strong>{each.ref}</strong>{' '}
          <span className="number">{formatPence(each.delivered_pence)}</span> {each.sentence}
        </li>
      ))}
    </ul>
  );
}

async function remove(id: number): Promise<void> {
  const done = await call('money/remove-saving', { id });
  if (!done.ok) {
    notifyFailure(done.error);
    return;
  }
  notify({ tone: 'good', text: 'The saving is removed; the history keeps it.' });
  forgetAnswers();
}
