import type { NamingView } from '../../../shared/api/views/placements.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutesNumber } from '../../../shared/format/time.ts';
import type { Answer } from '../../../shared/eligibility/answer.ts';
import type { SchoolOption } from '../../../shared/pressure/placements/side-by-side.ts';
import type { Tone } from '../../state/notices.ts';
import { StateMark } from '../../ui/mark.tsx';
import { Estimated } from '../../ui/tooltip.tsx';

const ANSWERS: Readonly<Record<Answer, readonly [Tone, string]>> = {
  yes: ['good', 'Suitable, with a place'],
  cannot_tell: ['warning', 'Cannot tell'],
  no: ['neutral', 'Not suitable'],
};

/** Schools side by side; the two budgets are two groups of columns. */
export function SchoolTable({ view }: { readonly view: NamingView }) {
  return (
    // A box that scrolls must be in reach of the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="k-table-box" tabIndex={0} aria-label="Schools side by side">
      <table className="k-table placement-schools">
        <caption className="visually-hidden">Schools side by side</caption>
        <thead>
          <tr className="placement-budgets">
            <th colSpan={3} scope="colgroup">
              School
            </th>
            <th colSpan={2} scope="colgroup" className="number">
              The way there
            </th>
            <th colSpan={2} scope="colgroup" className="number">
              Transport: council’s general fund
            </th>
            <th scope="colgroup" className="number">
              Placement: Dedicated Schools Grant
            </th>
            <th scope="colgroup" className="number">
              Whole public cost
            </th>
          </tr>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">By the law’s conditions</th>
            <th scope="col" className="number">
              Places left
            </th>
            <th scope="col" className="number">
              Miles
            </th>
            <th scope="col" className="number">
              Ride, min
            </th>
            <th scope="col" className="number">
              Adding the child, £ a year
            </th>
            <th scope="col" className="number">
              A child there on average, £ a year
            </th>
            <th scope="col" className="number">
              Fee, £ a year
            </th>
            <th scope="col" className="number">
              Two budgets, £ a year
            </th>
          </tr>
        </thead>
        <tbody>
          {view.options.map((option) => (
            <Row key={option.urn} option={option} reckoned={view.reckoned} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const pounds = (pence: number): string => formatPounds(pence).replace('£', '');

function Row({ option, reckoned }: { readonly option: SchoolOption; readonly reckoned: boolean }) {
  const [tone, word] = ANSWERS[option.answer];
  const { average } = option;
  return (
    <tr>
      <th scope="row">
        {option.name}
        <span className="placement-small">
          {[option.town, option.attended ? 'attended now' : '']
            .filter((part) => part !== '')
            .join(', ')}
        </span>
      </th>
      <td>
        <StateMark tone={tone}>{word}</StateMark>
        {option.reasons.length === 0 ? null : (
          <span className="placement-small">{option.reasons.join(' ')}</span>
        )}
      </td>
      <td className="number">{option.places_left ?? 'not known'}</td>
      <td className="number">
        {option.distance_m === null ? 'not known' : formatMilesNumber(option.distance_m)}
        <span className="placement-small">
          {option.distance_by === 'road' ? 'by road' : option.distance_by === null ? '' : 'est.'}
        </span>
      </td>
      <td className="number">
        <Ride option={option} />
      </td>
      <td className="number">
        <Adding option={option} reckoned={reckoned} />
      </td>
      <td className="number">
        {average === null ? '' : pounds(average.year_pence)}
        <span className="placement-small">
          {average === null
            ? 'nobody carried there'
            : formatQuantity(average.clients, 'child', 'children')}
        </span>
      </td>
      <td className="number">
        <Fee option={option} />
      </td>
      <td className="number">
        {option.whole_pence === null ? (
          <span className="soft">not known</span>
        ) : (
          pounds(option.whole_pence)
        )}
      </td>
    </tr>
  );
}

function Ride({ option: { marginal, direct_s } }: { readonly option: SchoolOption }) {
  if (marginal?.kind === 'place' && marginal.ride_s > 0) {
    const longest = Math.max(marginal.ride_s, marginal.home_ride_s);
    const isOver = longest > marginal.limit_s;
    return (
      <>
        {formatMinutesNumber(marginal.ride_s)}
        <span className="placement-small">
          {isOver
            ? `over the ${marginal.limit_kind === 'clinical' ? 'limit' : 'guide'} of ${formatMinutesNumber(marginal.limit_s)}`
            : `of ${formatMinutesNumber(marginal.limit_s)}`}
        </span>
      </>
    );
  }
  if (direct_s === null) return <span className="soft">not known</span>;
  return (
    <>
      {formatMinutesNumber(direct_s)}
      <span className="placement-small">direct, est.</span>
    </>
  );
}

function Adding({
  option: { marginal },
  reckoned,
}: {
  readonly option: SchoolOption;
  readonly reckoned: boolean;
}) {
  if (marginal === null)
    return <span className="soft">{reckoned ? 'not known' : 'not reckoned'}</span>;
  if (marginal.kind === 'none') return <span className="placement-why">{marginal.why}</span>;
  return (
    <>
      {pounds(marginal.year_pence)}{' '}
      <Estimated why="The best lawful place in the plan in use, priced by the rate card for what the child adds; a contract’s own price is not asked." />
      <span className="placement-small">
        {marginal.how === 'new' ? 'a new route' : `joins ${marginal.ref}`}
      </span>
    </>
  );
}

function Fee({ option: { fee } }: { readonly option: SchoolOption }) {
  if (fee.fee_pence === null)
    return (
      <>
        <span className="soft">not known</span>
        <span className="placement-small">{fee.words}</span>
      </>
    );
  const from = fee.from_on === null ? '' : ` From ${formatDate(fee.from_on)}.`;
  return (
    <>
      {pounds(fee.fee_pence)} {fee.estimated ? <Estimated why={`${fee.source}.${from}`} /> : null}
      <span className="placement-small" title={fee.source}>
        {fee.words}
      </span>
    </>
  );
}
