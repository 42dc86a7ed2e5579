import { useState } from 'react';
import type { PaperRow } from '../../../shared/api/views/papers.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { ALLOWED_PAPERS } from '../../../shared/service/papers/allowed.ts';
import { call } from '../../bridge/bridge.ts';
import { go, hrefOf, hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { WithdrawDialog } from '../evidence/withdraw-dialog.tsx';
import { HANDED_WORDS, KIND_WORDS, PAPER_STATE_WORDS } from './paper-words.ts';
import { WhyStale } from './why-stale.tsx';

/** One paper: who has it, since when and how, what it may say, and what of it is no longer so. */
export function PaperPanel(props: { readonly row: PaperRow }) {
  const { row } = props;
  const [withdrawing, setWithdrawing] = useState(false);
  const allowed = ALLOWED_PAPERS[row.kind];
  const label = `${KIND_WORDS[row.kind][0]}, ${row.of}`;
  return (
    // Scrolls, so the keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className="papers-panel" aria-label={label} tabIndex={0}>
      <div className="papers-panel-head">
        <h2>{row.of}</h2>
        <StateMark tone={PAPER_STATE_WORDS[row.state].tone}>
          {PAPER_STATE_WORDS[row.state].label}
        </StateMark>
        <span className="papers-space" />
        <Replacement row={row} />
        <Button
          size="small"
          disabledReason={row.withdrawn === null ? null : 'It is withdrawn already.'}
          onPress={() => {
            setWithdrawing(true);
          }}
        >
          Withdraw
        </Button>
      </div>
      <WhyStale what={`The ${KIND_WORDS[row.kind][0].toLowerCase()}`} why={row.why} />
      <dl className="papers-facts">
        <dt>Kind</dt>
        <dd>
          {KIND_WORDS[row.kind][0]}
          {row.version === 0 ? '' : `, version ${row.version}`}
        </dd>
        <dt>To</dt>
        <dd>
          <bdi>{row.recipient}</bdi>
        </dd>
        <dt>Given out</dt>
        <dd>
          {formatDate(row.issued_on)}, {HANDED_WORDS[row.how]}, recorded by{' '}
          <bdi>{row.issued_by}</bdi>
        </dd>
        {row.withdrawn === null ? null : (
          <>
            <dt>Withdrawn</dt>
            <dd>
              {formatDate(row.withdrawn.on)} by <bdi>{row.withdrawn.by}</bdi>:{' '}
              {row.withdrawn.reason}
            </dd>
          </>
        )}
        <dt>Names</dt>
        <dd>{namesWords(row)}</dd>
        <dt>May say</dt>
        <dd>
          {Object.values(allowed.fields)
            .map(({ label }) => label)
            .join(', ')}
          , and nothing else
        </dd>
      </dl>
      {row.clients.length === 1 ? (
        <a href={hrefOfCase(row.clients[0] ?? 0)}>Open the case</a>
      ) : null}
      {withdrawing ? (
        <WithdrawDialog
          what={`${KIND_WORDS[row.kind][0]}, ${row.of}, given to ${row.recipient}. ${row.kind === 'route_sheet' ? 'A note that asks the provider to destroy it is prepared.' : 'Ask for the paper back.'}`}
          withdraw={(reason, by) =>
            call('papers/withdraw', { papers: [{ kind: row.kind, id: row.id }], reason, by })
          }
          onClose={() => {
            setWithdrawing(false);
          }}
        />
      ) : null}
    </aside>
  );
}

function namesWords({ clients }: PaperRow): string {
  const children = formatQuantity(new Set(clients).size, 'child', 'children');
  return clients.length === 0 ? 'not kept by the Kerbside that gave it out' : children;
}

/** Where the next version is given out. */
function Replacement(props: { readonly row: PaperRow }) {
  const { kind, route_ref, withdrawn, recipient } = props.row;
  if (withdrawn !== null || kind === 'duty_list') return null;
  const [label, href] =
    kind === 'route_sheet'
      ? ['Its sheet now', hrefOf('routes', ['sheets'], { route: route_ref })]
      : kind === 'school_list'
        ? ['Its list now', hrefOf('routes', ['schools'], { school: recipient })]
        : ['Letters due', hrefOf('applications', ['letters'])];
  return (
    <Button
      size="small"
      onPress={() => {
        go(href);
      }}
    >
      {label}
    </Button>
  );
}
