import type { MoneyView } from '../../../shared/api/views/money.ts';
import { financialYearName } from '../../../shared/calendar/financial-year.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { shownLineWords } from '../../../shared/money/budget-lines.ts';
import { OUR_DEFINITION } from '../../../shared/money/heads.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notifyFailure } from '../../state/notices.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import type { BudgetPartProps } from './budget-screen.tsx';
import { pounds } from './budget-words.ts';

/** Our own figures a head, and beside them what others publish; never spliced. */
export function HeadsPart({ view }: BudgetPartProps) {
  return (
    <section className="budget-part" aria-label="A head">
      <Table
        caption={`This county, ${financialYearName(view.year)}`}
        showCaption
        head={
          <>
            <Th>Line</Th>
            <Th align="end">Children carried</Th>
            <Th align="end">Forecast, £</Th>
            <Th align="end">A head, £</Th>
          </>
        }
      >
        {view.heads.map((each) => (
          <tr key={each.line}>
            <Td>{each.line === 'all' ? 'Transport as a whole' : shownLineWords(each.line)}</Td>
            <Td align="end">{formatCount(Math.round(each.children))}</Td>
            <Td align="end">{pounds(each.forecast_pence)}</Td>
            <Td align="end">
              {each.a_head_pence === null ? 'nobody carried' : pounds(each.a_head_pence)}
            </Td>
          </tr>
        ))}
      </Table>
      <p className="budget-text soft">What ours counts: {OUR_DEFINITION}.</p>
      {view.benchmarks.length === 0 ? (
        <p className="budget-text">
          No benchmark was imported. Import a list with the columns Benchmark, Budget line, Figure,
          Unit, Year, Source and Definition (.xlsx or .csv) under Data.
        </p>
      ) : (
        <Table
          caption="What others publish"
          showCaption
          head={
            <>
              <Th>Benchmark</Th>
              <Th>Year</Th>
              <Th align="end">A head, £</Th>
              <Th align="end">Ours, £</Th>
              <Th>Beside ours</Th>
              <Th>Source</Th>
              <Th>
                <span className="visually-hidden">What to do</span>
              </Th>
            </>
          }
        >
          {view.benchmarks.map(({ benchmark, ours, same, apart_pence, sentence }) => (
            <tr key={benchmark.id}>
              <Td>
                {benchmark.name}
                <small>
                  {benchmark.line === null
                    ? 'transport as a whole'
                    : shownLineWords(benchmark.line)}
                </small>
              </Td>
              <Td>
                <span className="budget-whole">{benchmark.year}</span>
              </Td>
              <Td align="end">{pounds(benchmark.pence)}</Td>
              <Td align="end">{ownHead(ours)}</Td>
              <Td soft>
                {same && apart_pence !== null
                  ? `${formatPounds(Math.abs(apart_pence))} ${apart_pence >= 0 ? 'above' : 'below'} it. `
                  : ''}
                {sentence}
              </Td>
              <Td soft>{benchmark.source}</Td>
              <Td>
                <LinkButton
                  label={`Remove ${benchmark.name}, ${benchmark.year}`}
                  onPress={() => {
                    void remove(benchmark.id);
                  }}
                >
                  Remove
                </LinkButton>
              </Td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function ownHead(ours: MoneyView['benchmarks'][number]['ours']): string {
  const pence = ours?.a_head_pence ?? null;
  return pence === null ? '' : pounds(pence);
}

async function remove(id: number): Promise<void> {
  const done = await call('money/remove-benchmark', { id });
  if (done.ok) forgetAnswers();
  else notifyFailure(done.error);
}
