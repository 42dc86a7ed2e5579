import './prices.css';
import { useMemo } from 'react';
import { useCommands } from '../../state/commands.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { SubParts } from '../../ui/sub-parts.tsx';
import { ClausesPart } from './clauses-part.tsx';
import { FuelUsePart } from './fuel-use-part.tsx';
import { PumpPart } from './pump-part.tsx';
import { RateCardPart } from './rate-card-part.tsx';
import { SeriesPart } from './series-part.tsx';

const PARTS = [
  {
    id: 'series',
    label: 'Prices over time',
    lead: 'What diesel, consumer prices and wage floors were, as published. Index clauses, claims and the forecast read them here.',
    Part: SeriesPart,
  },
  {
    id: 'clauses',
    label: 'Index clauses',
    lead: 'What a contract says about how its price follows an index, and what that gives today and next month.',
    Part: ClausesPart,
  },
  {
    id: 'rates',
    label: 'Rate card',
    lead: 'What a route without a contract is priced by. A contract that runs costs what the register says.',
    Part: RateCardPart,
  },
  {
    id: 'fuel',
    label: 'Litres and CO2e',
    lead: 'How much fuel the routes of the plan burn in a year, by vehicle class and speed, and what that gives off.',
    Part: FuelUsePart,
  },
  {
    id: 'pump',
    label: 'Another pump price',
    lead: 'What the year would cost if diesel cost more or less than the prices were made with.',
    Part: PumpPart,
  },
] as const;

const hrefOfPart = (id: string): string => hrefOf('costs', ['prices', id]);

/** What prices were, what contracts follow, and what a route is priced and driven with. */
export function PricesScreen() {
  const id = usePlace((place) => place.path[1]);
  const part = PARTS.find((each) => each.id === id) ?? PARTS[0];
  useCommands(
    'prices-parts',
    useMemo(
      () =>
        PARTS.map((each) => ({
          id: `prices-${each.id}`,
          label: `Show prices: ${each.label.charAt(0).toLowerCase()}${each.label.slice(1)}`,
          keywords: 'fuel diesel petrol cpi wage index clause litres',
          isEnabled: () => true,
          run: () => {
            go(hrefOfPart(each.id));
          },
        })),
      [],
    ),
  );
  return (
    <div className="prices-screen">
      <SubParts
        isBar
        label="Pages of prices"
        parts={PARTS}
        current={part.id}
        hrefOfPart={hrefOfPart}
      />
      <div className="costs-part">
        <header className="prices-head">
          <h1>{part.label}</h1>
          <p className="soft">{part.lead}</p>
        </header>
        <part.Part />
      </div>
    </div>
  );
}
