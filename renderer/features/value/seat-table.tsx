import type { AlternativeView, SeatsPage } from '../../../shared/api/views/value.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMargin, formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import type { SeatFreed } from '../../../shared/planning/what-if/seat-freed.ts';
import { METRES_PER_MILE } from '../../../shared/kernel/units.ts';
import type { ConsentSaid } from '../../../shared/pressure/value/alternatives.ts';
import { hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

const HOW_WORDS: Readonly<Record<SeatFreed['how'], string>> = {
  route_ends: 'the route ends',
  cheaper: 'smaller vehicle, shorter way or no assistant',
  price_stays: 'the contract’s price stays',
  nothing: 'the route costs the same',
  cannot_tell: 'cannot tell: shared by schools, or locked',
};

/** Rows of one page, as the host gives them. */
const PAGE = 100;

const plain = (pence: number): string => formatPounds(pence).replace('£', '');

/** Seats beside what else might carry their children. Pounds a year. */
export function SeatTable(props: { readonly page: SeatsPage; readonly isCliff: boolean }) {
  const { page, isCliff } = props;
  if (page.rows.length === 0) return <p className="soft">Nobody is on this list.</p>;
  return (
    <section aria-label="Seats beside other ways" className="value-seats">
      <Table
        caption="Seats beside a PTB and mileage, pounds a year"
        head={
          <>
            <Th>Child</Th>
            <Th>School</Th>
            <Th align="end">Miles, straight line</Th>
            {isCliff ? <Th align="end">From the edge</Th> : <Th align="end">Share of the route</Th>}
            {isCliff ? (
              <Th align="end">Other side, PTB</Th>
            ) : (
              <Th align="end">Route would save, est.</Th>
            )}
            <Th align="end">PTB</Th>
            <Th align="end">Mileage</Th>
            <Th>Consent of a parent</Th>
          </>
        }
      >
        {page.rows.map((row) => (
          <SeatRow key={row.client_id} row={row} isCliff={isCliff} />
        ))}
      </Table>
    </section>
  );
}

/** Which rows of a list are shown, and the way to the others. */
export function Pages(props: {
  readonly page: SeatsPage;
  readonly count: number;
  readonly onOffset: (offset: number) => void;
}) {
  const { page, count, onOffset } = props;
  const { offset, rows } = page;
  const end = offset + rows.length;
  if (count <= rows.length) return null;
  return (
    <div className="value-does">
      <Button
        size="small"
        disabledReason={offset === 0 ? 'These are the first.' : null}
        onPress={() => {
          onOffset(Math.max(0, offset - PAGE));
        }}
      >
        Before
      </Button>
      <Button
        size="small"
        disabledReason={end >= count ? 'These are the last.' : null}
        onPress={() => {
          onOffset(offset + PAGE);
        }}
      >
        Next
      </Button>
      <output className="soft">
        {formatCount(offset + 1)} to {formatCount(end)} of {formatCount(count)}
      </output>
    </div>
  );
}

function SeatRow({ row, isCliff }: { readonly row: AlternativeView; readonly isCliff: boolean }) {
  const [cliff] = row.cliffs;
  const with_others = row.others === 0 ? 'alone' : `with ${formatQuantity(row.others, 'other')}`;
  return (
    <tr>
      <Td>
        <a href={hrefOfCase(row.client_id)}>{row.name === '' ? row.ref : row.name}</a>
        <small>
          {row.routes.map(({ ref }) => ref).join(', ')}, {with_others}
        </small>
      </Td>
      <Td>{row.school}</Td>
      <Td align="end">
        <Miles row={row} isCliff={isCliff} />
      </Td>
      {isCliff && cliff !== undefined ? (
        <>
          <Td align="end">
            {formatMargin(Math.abs(cliff.margin_m))} {cliff.margin_m < 0 ? 'under' : 'over'}
            <small>{cliff.edge_miles} miles</small>
          </Td>
          <Td align="end">{plain(cliff.there_pence)}</Td>
        </>
      ) : (
        <>
          <Td align="end">{plain(row.share_pence)}</Td>
          <Td align="end">
            {plain(row.saves_pence)}
            <small>{HOW_WORDS[row.how]}</small>
            {row.retender_pence > 0 ? (
              <small>about {formatPounds(row.retender_pence)} when let anew</small>
            ) : null}
          </Td>
        </>
      )}
      <Td align="end">
        {plain(row.ptb.year_pence)}
        <small title={row.ptb.working}>
          {row.ptb.band}
          {row.ptb.contribution_pence === 0
            ? ''
            : `, less ${formatPounds(row.ptb.contribution_pence)}`}
        </small>
        <small>
          {row.ptb_part.payments} payments of {formatPence(row.ptb_part.each_pence)}
          {row.ptb_part.pence === row.ptb.year_pence
            ? ''
            : `: ${formatPounds(row.ptb_part.pence)} in what is left of the year`}
        </small>
      </Td>
      <Td align="end">
        {row.mileage === null ? (
          <span className="soft">protected</span>
        ) : (
          <>
            {plain(row.mileage.year_pence)}
            <small>
              {plain(row.mileage.low_pence)} to {plain(row.mileage.high_pence)}
            </small>
          </>
        )}
      </Td>
      <Td>
        <Said what="PTB" said={row.consents.ptb} />
        <Said what="Mileage" said={row.consents.mileage} />
      </Td>
    </tr>
  );
}

function Miles({ row, isCliff }: { readonly row: AlternativeView; readonly isCliff: boolean }) {
  const { straight_m, way_m } = row;
  if (straight_m === null || way_m === null) return <span className="soft">protected</span>;
  return (
    <>
      {isCliff ? (straight_m / METRES_PER_MILE).toFixed(2) : formatMilesNumber(straight_m)}
      <small>{formatMilesNumber(way_m)} driven</small>
    </>
  );
}

/** What a parent said, with its day. */
export function Said({ what, said }: { readonly what: string; readonly said: ConsentSaid }) {
  const day = said.on === null ? '' : `, ${formatDate(said.on)}`;
  const by = said.by === '' ? '' : `, ${said.by}`;
  const words = {
    awarded: `yes, in the award${day}${by}`,
    form: `yes, in the form${day === '' ? ', no day' : `${day}${by}`}`,
    refused: 'no, in the form',
    none: 'not asked',
  }[said.state];
  return (
    <span className={said.state === 'none' ? 'soft value-said' : 'value-said'}>
      {what}: {words}
    </span>
  );
}
