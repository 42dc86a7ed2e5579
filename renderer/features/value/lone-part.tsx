import { Car } from 'lucide-react';
import type { LonePage, LoneShareView } from '../../../shared/api/views/value.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import type { LoneShareKind } from '../../../shared/planning/what-if/lone-shares.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf, hrefOfCase } from '../../state/place.ts';
import { Headline } from '../../ui/headline.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { ExportButton } from './export-button.tsx';
import { ReckonBar } from './reckon-bar.tsx';

const KIND_WORDS: Readonly<Record<LoneShareKind, string>> = {
  together: 'Lone children together',
  joins: 'Joins a route that runs',
  schools: 'Neighbouring schools',
};

/** Children who ride alone without authorisation, and whom they could share with. */
export function LonePart() {
  const answer = useChannel('value/lone', {});
  if (answer.data === null)
    return answer.error === null ? (
      <Spinner label="Reading" />
    ) : (
      <FailureNotice failure={answer.error} onRetry={answer.refetch} />
    );
  const page = answer.data;
  return (
    <div className="value-page">
      <header className="value-head">
        <h1>Lone taxis that could share</h1>
        <p className="value-lead">
          Children who ride alone with no sole occupancy authorised, whom another route or another
          lone child of the same or a neighbouring school could take within every ride limit. Each
          suggestion passes the plan’s own audit; the plan in use is not changed. Neighbouring
          schools share only where the settings or a planner allow it.
        </p>
      </header>
      <ReckonBar what="lone" verb="Look at every lone taxi" again={page.ready} />
      {page.ready ? (
        <Found page={page} />
      ) : (
        <EmptyState icon={Car} title="Not looked at yet">
          It takes some seconds. What is found stays until the plan, a child or a price changes.
        </EmptyState>
      )}
    </div>
  );
}

function Found({ page }: { readonly page: LonePage }) {
  return (
    <>
      <div className="costs-numbers">
        <Headline
          value={formatPounds(page.saved_year_pence)}
          label="a year could be saved, est."
          note={formatQuantity(page.shares.length, 'suggestion')}
        />
        <Headline
          value={formatCount(page.lone)}
          label="children ride alone"
          note={`${formatPounds(page.lone_year_pence)} a year`}
        />
        <Headline
          value={formatCount(page.review_past.length)}
          label="sole occupancy past its review, or without a date"
          note="Never suggested; look at them again"
        />
      </div>
      <div className="value-does">
        <ExportButton what="lone" />
      </div>
      <section aria-label="Suggestions">
        <h2>Suggestions</h2>
        {page.shares.length === 0 ? (
          <p className="soft">
            Nobody who rides alone could share within the limits and save money.
          </p>
        ) : (
          <Table
            caption="Lone taxis that could share, what saves most first"
            head={
              <>
                <Th>Routes</Th>
                <Th>Children</Th>
                <Th>School</Th>
                <Th align="end">Longest ride</Th>
                <Th align="end">£ a day less</Th>
                <Th align="end">£ a year less</Th>
              </>
            }
            foot={
              <tr>
                <Td colSpan={5}>All suggestions</Td>
                <Td align="end">{formatPounds(page.saved_year_pence).replace('£', '')}</Td>
              </tr>
            }
          >
            {page.shares.map((share) => (
              <ShareRow key={`${share.into_ref} ${share.refs.join(' ')}`} share={share} />
            ))}
          </Table>
        )}
      </section>
      <Reviews page={page} />
      <details className="value-details">
        <summary>
          Why not {formatQuantity(page.stay.length, 'other child', 'other children')}
        </summary>
        <Table
          caption="Children who go on alone"
          head={
            <>
              <Th>Child</Th>
              <Th>Route</Th>
              <Th>School</Th>
              <Th align="end">£ a year</Th>
              <Th>Why</Th>
            </>
          }
        >
          {page.stay.map((each) => (
            <tr key={each.route_ref}>
              <Td>
                <a href={hrefOfCase(each.client_id)}>{each.name === '' ? each.ref : each.name}</a>
              </Td>
              <Td>
                <RouteLink routeRef={each.route_ref} />
              </Td>
              <Td>{each.school}</Td>
              <Td align="end">{formatPounds(each.cost_year_pence).replace('£', '')}</Td>
              <Td>{each.because}</Td>
            </tr>
          ))}
        </Table>
      </details>
    </>
  );
}

/** The route in the list of routes. */
function RouteLink({ routeRef }: { readonly routeRef: string }) {
  return <a href={hrefOf('routes', [], { find: routeRef })}>{routeRef}</a>;
}

function ShareRow({ share }: { readonly share: LoneShareView }) {
  return (
    <tr>
      <Td>
        <span className="value-refs">
          {share.refs.map((ref, at) => (
            <span key={ref}>
              {at === 0 ? '' : ', '}
              <RouteLink routeRef={ref} />
            </span>
          ))}{' '}
          into <RouteLink routeRef={share.into_ref} />
        </span>
        <small>
          {KIND_WORDS[share.kind]}
          {share.releases === 0
            ? ''
            : `; ${formatQuantity(share.releases, 'child leaves a contract', 'children leave contracts')}: notice runs first`}
        </small>
      </Td>
      <Td>
        {share.children.map((child, at) => (
          <span key={child.client_id}>
            {at === 0 ? '' : ', '}
            <a href={hrefOfCase(child.client_id)}>{child.name === '' ? child.ref : child.name}</a>
          </span>
        ))}
        <details>
          <summary>What changes for them</summary>
          <ul className="value-gaps">
            {share.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </Td>
      <Td>{share.school}</Td>
      <Td align="end">{formatMinutes(share.longest_ride_s)}</Td>
      <Td align="end">{formatPence(share.saved_day_pence).replace('£', '')}</Td>
      <Td align="end">{formatPounds(share.saved_year_pence).replace('£', '')}</Td>
    </tr>
  );
}

function Reviews({ page }: { readonly page: LonePage }) {
  if (page.review_past.length === 0) return null;
  return (
    <details className="value-details">
      <summary>
        {formatQuantity(page.review_past.length, 'authorisation')} to ride alone to review
      </summary>
      <Table
        caption="Sole occupancy past its review date, or without one"
        head={
          <>
            <Th>Child</Th>
            <Th>Route</Th>
            <Th>School</Th>
            <Th>Authorised until</Th>
            <Th align="end">£ a year</Th>
          </>
        }
      >
        {page.review_past.map((each) => (
          <tr key={each.route_ref}>
            <Td>
              <a href={hrefOfCase(each.client_id)}>{each.name === '' ? each.ref : each.name}</a>
            </Td>
            <Td>{each.route_ref}</Td>
            <Td>{each.school}</Td>
            <Td>{each.until}</Td>
            <Td align="end">{formatPounds(each.cost_year_pence).replace('£', '')}</Td>
          </tr>
        ))}
      </Table>
    </details>
  );
}
