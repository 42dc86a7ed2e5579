import { useId, useMemo, useState } from 'react';
import type { CostOverview } from '../../../shared/api/views/costs.ts';
import { fuelEffectFigure, fuelHistoryFigure } from '../../../shared/figures/fuel-figures.ts';
import { formatDate } from '../../../shared/format/date.ts';
import {
  formatPounds,
  formatPoundsChange,
  formatPumpPrice,
  formatShortPounds,
} from '../../../shared/format/money.ts';
import { formatCount, formatPercent, formatPercentChange } from '../../../shared/format/number.ts';
import { fuelEffect, type FuelChange, type FuelReckoning } from '../../../shared/pressure/fuel.ts';
import { hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Headline } from '../../ui/headline.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Chart } from '../costs/chart.tsx';
import { useFigureColours } from '../costs/chart-colours.ts';

/** Hundredths of a penny a litre: a pound to two pounds fifty, by a tenth of a penny. */
const LOWEST = 10_000;
const HIGHEST = 25_000;
const STEP = 10;

/** What diesel at another price does to the year, answered at every step of the slider. */
export function FuelPanel({ overview }: { readonly overview: CostOverview }) {
  const fuel: FuelReckoning = useMemo(
    () => ({ ...overview.fuel, cost_year_pence: overview.cost_year_pence }),
    [overview],
  );
  const [diesel, setDiesel] = useState(fuel.today ?? fuel.base);
  // The host's own reckoning, in the screen: a step costs no round trip.
  const effect = fuelEffect(fuel, diesel);
  const colours = useFigureColours();
  const figure = useMemo(() => fuelEffectFigure(fuel, colours, diesel), [fuel, colours, diesel]);
  return (
    <div className="costs-stack">
      <section className="costs-card fuel-card" aria-label="Diesel at another price">
        <PriceSlider fuel={fuel} diesel={diesel} onChange={setDiesel} />
        <output className="costs-sentence">{effect.sentence}</output>
        <FuelNumbers fuel={fuel} effect={effect} />
      </section>
      <div className="costs-pair">
        <section className="costs-card" aria-label="Effect by price">
          <h2>Change in the year’s cost by the pump price of diesel</h2>
          <Chart figure={figure} height={260} description={effect.sentence} />
        </section>
        <PriceTable fuel={fuel} diesel={diesel} />
      </div>
      <FuelHistory fuel={fuel} />
      <p className="costs-text">
        As priced: {fuel.base_label}. {fuel.note} {formatCount(fuel.litres_year)} litres a year.
      </p>
    </div>
  );
}

function PriceSlider(props: {
  readonly fuel: FuelReckoning;
  readonly diesel: number;
  readonly onChange: (diesel: number) => void;
}) {
  const { fuel, diesel, onChange } = props;
  const id = useId();
  const at = (price: number): string =>
    `${(100 * (Math.max(LOWEST, Math.min(HIGHEST, price)) - LOWEST)) / (HIGHEST - LOWEST)}%`;
  return (
    <div className="fuel-slider">
      <div className="fuel-slider-head">
        <label htmlFor={id}>Diesel at the pump</label>
        <output htmlFor={id}>{formatPumpPrice(diesel)}</output>
        <span className="fuel-slider-space" />
        <Button
          size="small"
          disabledReason={diesel === fuel.base ? 'The slider stands there.' : null}
          onPress={() => {
            onChange(fuel.base);
          }}
        >
          As priced
        </Button>
        {fuel.today === null ? null : (
          <Button
            size="small"
            disabledReason={diesel === fuel.today ? 'The slider stands there.' : null}
            onPress={() => {
              onChange(fuel.today ?? diesel);
            }}
          >
            Today’s price
          </Button>
        )}
      </div>
      <input
        id={id}
        type="range"
        min={LOWEST}
        max={HIGHEST}
        step={STEP}
        value={diesel}
        aria-valuetext={formatPumpPrice(diesel)}
        onChange={(event) => {
          onChange(Number(event.target.value));
        }}
        onKeyDown={(event) => {
          const far = event.key === 'PageUp' ? 500 : event.key === 'PageDown' ? -500 : 0;
          const near = !event.shiftKey
            ? 0
            : event.key === 'ArrowRight'
              ? 100
              : event.key === 'ArrowLeft'
                ? -100
                : 0;
          if (far + near === 0) return;
          event.preventDefault();
          onChange(Math.max(LOWEST, Math.min(HIGHEST, diesel + far + near)));
        }}
      />
      <div className="fuel-ticks" aria-hidden="true">
        <span className="fuel-tick" style={{ left: at(fuel.base) }}>
          as priced {(fuel.base / 100).toFixed(1)}p
        </span>
        {fuel.today === null ? null : (
          <span className="fuel-tick fuel-tick-today" style={{ left: at(fuel.today) }}>
            today {(fuel.today / 100).toFixed(1)}p
          </span>
        )}
      </div>
      <p className="soft">
        Arrow keys move a tenth of a penny, with Shift a penny, Page Up and Page Down 5p.
        {fuel.today_on === null
          ? ' No pump price was imported: today’s price is not marked.'
          : ` Today’s price is that of the week of ${formatDate(fuel.today_on)}.`}
      </p>
    </div>
  );
}

function FuelNumbers(props: { readonly fuel: FuelReckoning; readonly effect: FuelChange }) {
  const { fuel, effect } = props;
  return (
    <div className="costs-numbers">
      <Headline
        value={formatPoundsChange(effect.change_year_pence)}
        label="by the litres burnt, est."
        note={`${formatPercentChange(effect.change_percent / 100)} of the year’s cost`}
      />
      <Headline
        value={formatPoundsChange(effect.low_share_pence)}
        label={`by a fuel share of ${formatPercent(fuel.share_low, 0)}, est.`}
        note="Of every contract’s price"
      />
      <Headline
        value={formatPoundsChange(effect.high_share_pence)}
        label={`by a fuel share of ${formatPercent(fuel.share_high, 0)}, est.`}
        note="Of every contract’s price"
      />
      <Headline
        value={formatShortPounds(effect.cost_year_pence)}
        label="the year, by the litres burnt, est."
        note={formatPounds(effect.cost_year_pence)}
      />
    </div>
  );
}

function PriceTable(props: { readonly fuel: FuelReckoning; readonly diesel: number }) {
  const { fuel } = props;
  const prices = [
    ...new Set([
      12_000,
      14_000,
      16_000,
      18_000,
      20_000,
      22_000,
      fuel.base,
      props.diesel,
      ...(fuel.today === null ? [] : [fuel.today]),
    ]),
  ].sort((a, b) => a - b);
  const nameOf = (price: number): string => {
    const names = [
      price === fuel.base ? 'as priced' : '',
      price === fuel.today ? 'today' : '',
      price === props.diesel ? 'chosen' : '',
    ].filter((name) => name !== '');
    return names.join(', ');
  };
  return (
    <Table
      caption="The year at other prices"
      head={
        <>
          <Th>Diesel, p a litre</Th>
          <Th align="end">By litres, £</Th>
          <Th align="end">By {formatPercent(fuel.share_low, 0)} share, £</Th>
          <Th align="end">By {formatPercent(fuel.share_high, 0)} share, £</Th>
        </>
      }
    >
      {prices.map((price) => {
        const row = fuelEffect(fuel, price);
        return (
          <tr key={price} className={price === props.diesel ? 'costs-total' : ''}>
            <Td>
              <span className="costs-date">
                {(price / 100).toFixed(1)} <span className="soft">{nameOf(price)}</span>
              </span>
            </Td>
            <Td align="end">{change(row.change_year_pence)}</Td>
            <Td align="end">{change(row.low_share_pence)}</Td>
            <Td align="end">{change(row.high_share_pence)}</Td>
          </tr>
        );
      })}
    </Table>
  );
}

function change(pence: number): string {
  return `${pence > 0 ? '+' : ''}${formatPounds(pence).replace('£', '')}`;
}

function FuelHistory({ fuel }: { readonly fuel: FuelReckoning }) {
  const colours = useFigureColours();
  const figure = useMemo(() => fuelHistoryFigure(fuel, colours), [fuel, colours]);
  if (fuel.history.length === 0) return null;
  const last = fuel.history.at(-1);
  return (
    <section className="costs-card" aria-label="Pump price by week">
      <h2>Diesel at the pump, week by week (DESNZ), pence a litre</h2>
      <Chart
        figure={figure}
        height={200}
        description={`${formatCount(fuel.history.length)} weeks${last === undefined ? '' : `, the last ${formatPumpPrice(last.diesel)} on ${formatDate(last.on)}`}.`}
      />
      <p className="costs-note">
        <a href={hrefOf('costs', ['prices', 'series'])}>Every week in a table, with its source</a>
      </p>
    </section>
  );
}
