import { useState } from 'react';
import type { ClaimView } from '../../../shared/api/views/value.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatPercent, formatPercentChange } from '../../../shared/format/number.ts';
import { Button } from '../../ui/button.tsx';
import { Headline } from '../../ui/headline.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { RecordClaimDialog } from './record-claim-dialog.tsx';

/** Routes alike that stand beside a contract at once. */
const MOST_ALIKE = 12;

/** What a claim comes to: the sentence, each force with its prices, the contract's own clause, routes alike, what was assumed. */
export function ClaimFound(props: {
  readonly view: ClaimView;
  readonly percent: string;
  readonly pricedOn: string;
}) {
  const { view } = props;
  const { weighed } = view;
  const [recording, setRecording] = useState(false);
  const [low, high] = weighed.explained;
  return (
    <>
      <section aria-label="What explains the claim">
        <p className="value-sentence">{weighed.sentences[0]}</p>
        <p>{weighed.sentences.slice(1).join(' ')}</p>
      </section>
      <div className="costs-numbers">
        <Headline
          value={formatPounds(weighed.asked_year_pence)}
          label="a year is asked for"
          note={`on ${formatPounds(weighed.year_pence)} for the vehicle`}
        />
        <Headline value={range(weighed.fuel)} label="fuel explains" note="of the price" />
        <Headline
          value={range([low, high])}
          label="fuel, labour and prices explain"
          note={`${formatPounds(Math.round(weighed.year_pence * low))} to ${formatPounds(Math.round(weighed.year_pence * high))} a year`}
        />
      </div>
      <div className="value-does">
        <Button
          variant="primary"
          onPress={() => {
            setRecording(true);
          }}
        >
          Record this claim…
        </Button>
      </div>
      {view.contracts.length === 1 ? <Forces view={view} /> : <ContractLines view={view} />}
      <Alike view={view} />
      {weighed.gaps.length === 0 ? null : (
        <section aria-label="What was assumed">
          <h2>What was assumed</h2>
          <ul className="value-gaps">
            {weighed.gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </section>
      )}
      {recording ? (
        <RecordClaimDialog
          view={view}
          percent={props.percent}
          pricedOn={props.pricedOn}
          onClose={() => {
            setRecording(false);
          }}
        />
      ) : null}
    </>
  );
}

function Forces({ view }: { readonly view: ClaimView }) {
  const [claim] = view.contracts;
  if (claim === undefined) return null;
  return (
    <section aria-label="Prices then and now" className="value-wide">
      <h2>Prices then and now</h2>
      <Table
        caption={`What explains the claim on contract ${claim.contract_ref}`}
        head={
          <>
            <Th>What a price pays for</Th>
            <Th>{claim.priced_on === null ? 'When set' : formatDate(claim.priced_on)}</Th>
            <Th>{formatDate(claim.on)}</Th>
            <Th align="end">Change</Th>
            <Th align="end">Share of the price</Th>
            <Th align="end">Explains</Th>
          </>
        }
        foot={
          <tr>
            <Td colSpan={5}>Together: a dearer share of fuel leaves less for the others</Td>
            <Td align="end">{range(claim.explained)}</Td>
          </tr>
        }
      >
        {claim.forces.map((force) => (
          <tr key={force.key}>
            <Td>
              {force.label}
              <small>{force.source}</small>
            </Td>
            <Td>
              {force.before === '' ? 'not known' : force.before}
              <small>{force.before_of}</small>
            </Td>
            <Td>
              {force.after === '' ? 'not known' : force.after}
              <small>{force.after_of}</small>
            </Td>
            <Td align="end">{force.rise === null ? '–' : formatPercentChange(force.rise)}</Td>
            <Td align="end">{range(force.share)}</Td>
            <Td align="end">{range(force.explains)}</Td>
          </tr>
        ))}
      </Table>
      <Clauses claim={claim} />
    </section>
  );
}

function Clauses({ claim }: { readonly claim: ClaimView['contracts'][number] }) {
  const { clauses } = claim;
  if (clauses === null)
    return <p className="soft">No index clause is recorded for this contract or its provider.</p>;
  return (
    <div>
      <h3>By the contract’s own index clause</h3>
      <p>{clauses.sentence}</p>
      <ul className="value-gaps">
        {clauses.clauses.flatMap(({ clause, steps }) =>
          steps.map((step) => (
            <li key={`${clause.id} ${step.label}`}>
              {step.label}: {step.working}
            </li>
          )),
        )}
      </ul>
    </div>
  );
}

function ContractLines({ view }: { readonly view: ClaimView }) {
  return (
    <section aria-label="Contract by contract" className="value-lines">
      <h2>Contract by contract</h2>
      <Table
        caption={`Contracts of ${view.provider}`}
        head={
          <>
            <Th>Contract</Th>
            <Th>Route</Th>
            <Th>School</Th>
            <Th>Price set on</Th>
            <Th align="end">£ a day</Th>
            <Th align="end">Asked, £ a year</Th>
            <Th align="end">Fuel explains</Th>
            <Th align="end">All explain</Th>
          </>
        }
      >
        {view.contracts.map((claim) => (
          <tr key={claim.contract_ref}>
            <Td>{claim.contract_ref}</Td>
            <Td>{claim.route_ref}</Td>
            <Td>{claim.school}</Td>
            <Td>{claim.priced_on === null ? 'not known' : formatDate(claim.priced_on)}</Td>
            <Td align="end">{formatPence(claim.price_day_pence).replace('£', '')}</Td>
            <Td align="end">{formatPounds(claim.asked_year_pence).replace('£', '')}</Td>
            <Td align="end">{range(claim.forces[0]?.explains ?? [0, 0])}</Td>
            <Td align="end">{range(claim.explained)}</Td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Alike({ view }: { readonly view: ClaimView }) {
  const { alike } = view;
  if (alike === null) return null;
  return (
    <section aria-label="Routes alike">
      <h2>Routes alike today</h2>
      <p>{alike.sentences.join(' ')} For officers: the note for the provider leaves this out.</p>
      {alike.routes.length === 0 ? null : (
        <Table
          caption="Routes alike, cheapest a mile first"
          head={
            <>
              <Th>Route</Th>
              <Th align="end">Clients</Th>
              <Th align="end">Miles a day, both ways</Th>
              <Th align="end">£ a day</Th>
              <Th align="end">£ a mile</Th>
            </>
          }
        >
          {around(alike.routes, alike.per_mile_pence ?? 0).map((route) => (
            <tr key={route.route_ref}>
              <Td>{route.route_ref}</Td>
              <Td align="end">{formatCount(route.children)}</Td>
              <Td align="end">{formatMilesNumber(route.both_ways_m)}</Td>
              <Td align="end">{formatPence(route.day_pence).replace('£', '')}</Td>
              <Td align="end">{formatPence(route.per_mile_pence).replace('£', '')}</Td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

/** Those nearest in price a mile, in their order. */
function around<T extends { readonly per_mile_pence: number }>(
  routes: readonly T[],
  here: number,
): readonly T[] {
  const first = routes.filter(({ per_mile_pence }) => per_mile_pence < here).length;
  const start = Math.max(0, Math.min(routes.length - MOST_ALIKE, first - MOST_ALIKE / 2));
  return routes.slice(start, start + MOST_ALIKE);
}

function range([low, high]: readonly [number, number]): string {
  const [a, b] = [formatPercent(low), formatPercent(high)];
  return a === b ? a : `${a} to ${b}`;
}
