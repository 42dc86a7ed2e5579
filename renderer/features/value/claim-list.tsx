import { useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import {
  formatPercent,
  formatPercentChange,
  formatQuantity,
} from '../../../shared/format/number.ts';
import { CLAIM_OUTCOME_WORDS, type ClaimRecord } from '../../../shared/model/claim.ts';
import { call } from '../../bridge/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { saveJobFile } from '../sheets/give-out.ts';
import { AnswerClaimDialog } from './answer-claim-dialog.tsx';
import { hrefOfClaim } from './value-address.ts';

/** Claims as they were weighed and answered, the latest first. */
export function ClaimList(props: {
  readonly claims: readonly ClaimRecord[];
  readonly heading: string;
}) {
  const { claims } = props;
  const [answering, setAnswering] = useState<ClaimRecord | null>(null);
  return (
    <section aria-label={props.heading}>
      <h2>{props.heading}</h2>
      {claims.length === 0 ? (
        <p className="soft">None is recorded. Weigh one above, then record it with its answer.</p>
      ) : (
        <Table
          caption={props.heading}
          head={
            <>
              <Th>Received</Th>
              <Th>Provider</Th>
              <Th>On</Th>
              <Th align="end">Asked</Th>
              <Th align="end">Explained then</Th>
              <Th>Answer</Th>
              <Th />
            </>
          }
        >
          {claims.map((claim) => (
            <ClaimRow
              key={claim.id}
              claim={claim}
              onAnswer={() => {
                setAnswering(claim);
              }}
            />
          ))}
        </Table>
      )}
      {answering === null ? null : (
        <AnswerClaimDialog
          claim={answering}
          onClose={() => {
            setAnswering(null);
          }}
        />
      )}
    </section>
  );
}

function ClaimRow(props: { readonly claim: ClaimRecord; readonly onAnswer: () => void }) {
  const { claim } = props;
  const { contract_ref, provider, weighed, answers } = claim;
  const [low, high] = weighed.explained;
  const to = contract_ref === '' ? { provider } : { contract: contract_ref };
  return (
    <tr>
      <Td>
        <span className="value-whole">{formatDate(claim.received_on)}</span>
      </Td>
      <Td>
        {provider}
        {claim.said === '' ? null : <small>{claim.said}</small>}
      </Td>
      <Td>
        <a className="value-whole" href={hrefOfClaim(to)}>
          {contract_ref === '' ? formatQuantity(weighed.contracts, 'contract') : contract_ref}
        </a>
      </Td>
      <Td align="end">{formatPercentChange(claim.asked)}</Td>
      <Td align="end">
        {formatPercent(low) === formatPercent(high)
          ? formatPercent(low)
          : `${formatPercent(low)} to ${formatPercent(high)}`}
      </Td>
      <Td>
        {answers.length === 0 ? (
          <span className="soft">not answered</span>
        ) : (
          <ul className="value-answers">
            {answers.toReversed().map((answer) => (
              <li key={answer.id}>
                <strong>{CLAIM_OUTCOME_WORDS[answer.outcome]}</strong>
                {answer.outcome === 'part' ? ` at ${formatPercentChange(answer.agreed)}` : ''},{' '}
                {formatDate(answer.on)}, {answer.by}
                <small>{answer.why}</small>
              </li>
            ))}
          </ul>
        )}
      </Td>
      <Td>
        <span className="value-does">
          <Button size="small" onPress={props.onAnswer}>
            Answer…
          </Button>
          <Button
            size="small"
            onPress={() => {
              void call('value/claim-note', { claim_id: claim.id }).then(saveJobFile);
            }}
          >
            Note, .pdf
          </Button>
        </span>
      </Td>
    </tr>
  );
}
