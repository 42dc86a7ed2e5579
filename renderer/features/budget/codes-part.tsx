import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import type { CodeRow } from '../../../shared/api/views/money.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { BUDGET_LINES, type BudgetLine } from '../../../shared/model/budget.ts';
import { BUDGET_LINE_WORDS } from '../../../shared/model/budget-words.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { BehindMoneyDialog, type OpenedAmount } from './behind-dialog.tsx';
import type { BudgetPartProps } from './budget-screen.tsx';
import { change, exact } from './budget-words.ts';
import { VireDialog } from './vire-dialog.tsx';

const LINE_OPTIONS: readonly { readonly id: BudgetLine | 'none'; readonly label: string }[] = [
  { id: 'none', label: 'On no line yet' },
  ...BUDGET_LINES.map((id) => ({ id, label: BUDGET_LINE_WORDS[id] })),
];

/** The council's codes with the line each is counted on, and what changed budgets within the year. */
export function CodesPart({ view }: BudgetPartProps) {
  const [viring, setViring] = useState(false);
  const [opened, setOpened] = useState<OpenedAmount | null>(null);
  const cell = (row: CodeRow, label: string, what: OpenedAmount['what'], pence: number) => (
    <LinkButton
      label={`${row.code}, ${label.toLowerCase()}: ${exact(pence)} pounds, what is behind it`}
      onPress={() => {
        setOpened({ line: row.line ?? 'not_mapped', what, label, code: row.code });
      }}
    >
      {exact(pence)}
    </LinkButton>
  );
  return (
    <section className="budget-part" aria-label="Codes and virements">
      <Table
        caption="Cost codes"
        showCaption
        head={
          <>
            <Th>Code</Th>
            <Th>Called</Th>
            <Th>Counted on</Th>
            <Th align="end">Original, £</Th>
            <Th align="end">Current, £</Th>
            <Th align="end">Actual, £</Th>
          </>
        }
      >
        {view.codes.map((each) => (
          <tr key={each.code}>
            <Td>{each.code}</Td>
            <Td>{each.label}</Td>
            <Td>
              <Select
                label={`Line of ${each.code}`}
                hideLabel
                size="small"
                value={each.line ?? 'none'}
                options={LINE_OPTIONS}
                isActive={each.line === null}
                onChange={(id) => {
                  void setLine(each.code, id);
                }}
              />
            </Td>
            <Td align="end">{cell(each, 'Original', 'original', each.original_pence)}</Td>
            <Td align="end">{cell(each, 'Current', 'budget', each.current_pence)}</Td>
            <Td align="end">{cell(each, 'Actual', 'actual', each.actual_pence)}</Td>
          </tr>
        ))}
      </Table>
      <div className="budget-title">
        <h2>Virements</h2>
        <Button
          variant="primary"
          size="small"
          icon={ArrowLeftRight}
          onPress={() => {
            setViring(true);
          }}
        >
          Move budget
        </Button>
      </div>
      {view.virements.length === 0 ? (
        <p className="soft">
          No budget was changed in this year: the current budget is the original one.
        </p>
      ) : (
        <Table
          caption="Virements of the year"
          head={
            <>
              <Th>Day</Th>
              <Th>Code</Th>
              <Th align="end">£</Th>
              <Th>Why</Th>
              <Th>By</Th>
            </>
          }
        >
          {view.virements.map((each) => (
            <tr key={each.id}>
              <Td>{formatDate(each.on)}</Td>
              <Td>{each.code}</Td>
              <Td align="end">{change(each.pence)}</Td>
              <Td soft>{each.reason}</Td>
              <Td>{each.by}</Td>
            </tr>
          ))}
        </Table>
      )}
      {opened === null ? null : (
        <BehindMoneyDialog
          opened={opened}
          year={view.year}
          period={view.period}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
      {viring ? (
        <VireDialog
          view={view}
          onClose={() => {
            setViring(false);
          }}
        />
      ) : null}
    </section>
  );
}

async function setLine(code: string, id: BudgetLine | 'none'): Promise<void> {
  const done = await call('money/set-code-line', { code, line: id === 'none' ? null : id });
  if (!done.ok) {
    notifyFailure(done.error);
    return;
  }
  const line = id === 'none' ? 'no line' : BUDGET_LINE_WORDS[id];
  notify({ tone: 'good', text: `${code} is counted on ${line}.` });
  forgetAnswers();
}
