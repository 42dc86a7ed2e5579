import type { LotView, TenderPage } from '../../../shared/api/views/lots.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { classNames } from '../../ui/class-names.ts';
import { Badge } from '../../ui/mark.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { dayPrice, lotMark, modelWords } from './lot-words.ts';

/** Lots down, bidders across: the price a day and the points of each bid, the first of each lot marked. */
export function BidMatrix(props: {
  readonly page: TenderPage;
  readonly chosen: number | null;
  readonly onChoose: (lot_id: number) => void;
}) {
  const { lots, bidders } = props.page;
  return (
    <div className="lots-scroll lots-matrix">
      <Table
        caption="Bids side by side, pounds a day with assistants; points of 100 beneath"
        head={
          <>
            <Th>Lot, school and vehicle</Th>
            <Th align="end">Model, £ a day</Th>
            <Th align="end">Routes alike, £ a day</Th>
            <Th>State</Th>
            {bidders.map((name) => (
              <Th key={name} align="end">
                <span className="lots-bidder">{name}</span>
              </Th>
            ))}
          </>
        }
      >
        {lots.map((view) => (
          <tr
            key={view.lot.id}
            className={classNames('lots-line', view.lot.id === props.chosen && 'lots-chosen')}
          >
            <Td>
              <button
                type="button"
                className="lots-pick"
                aria-pressed={view.lot.id === props.chosen}
                onClick={() => {
                  props.onChoose(view.lot.id);
                }}
              >
                {view.lot.ref.split('/').at(-1)} <span className="soft">{view.lot.route_ref}</span>
              </button>
              <br />
              {view.lot.specification.school}
              <br />
              <span className="soft">
                {view.lot.specification.vehicle}
                {view.lot.specification.assistants > 0 ? ', assistant' : ''}
              </span>
            </Td>
            <Td align="end">{dayPrice(view.lot.model_day_pence)}</Td>
            <Td align="end" soft>
              {view.alike.count === 0 ? (
                '–'
              ) : (
                <span className="lots-bid">
                  {dayPrice(view.alike.day_pence)}
                  <span className="soft">of {view.alike.count}</span>
                </span>
              )}
            </Td>
            <Td>
              <LotBadge view={view} />
            </Td>
            {bidders.map((name) => (
              <BidCell key={name} view={view} provider={name} />
            ))}
          </tr>
        ))}
      </Table>
    </div>
  );
}

function LotBadge({ view }: { readonly view: LotView }) {
  const mark = lotMark(view);
  if (mark === '') return <span className="soft">{view.bids.length} bids</span>;
  const tone = view.award !== null ? 'good' : view.lot.withdrawn !== null ? 'neutral' : 'warning';
  return <Badge tone={tone}>{mark}</Badge>;
}

function BidCell(props: { readonly view: LotView; readonly provider: string }) {
  const { view, provider } = props;
  const bid = view.bids.find((each) => each.bid.provider === provider);
  if (bid === undefined) {
    const isHeld = view.held.some((each) => each.bid.provider === provider);
    return <Td align="end" soft>{isHeld ? 'held' : ''}</Td>; // prettier-ignore
  }
  const won = view.award?.bid_id === bid.bid.id;
  return (
    <Td align="end">
      <span
        className={classNames('lots-bid', bid.rank === 1 && 'lots-first', won && 'lots-won')}
        title={modelWords(bid)}
      >
        {formatPounds(bid.whole_day_pence)}
        <span className="soft">
          {won ? 'awarded, ' : bid.rank === 1 ? 'first, ' : `${bid.rank}., `}
          {bid.points.toFixed(2)}
        </span>
      </span>
    </Td>
  );
}
