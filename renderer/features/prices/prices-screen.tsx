import './prices.css';
import { useMemo } from 'react';
import { useCommands } from '../../state/commands.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { ClausesPart } from './clauses-part.tsx';
import { FuelUsePart } from './fuel-use-part.tsx';
import { PumpPart } from './pump-part.tsx';
import { RateCardPart } from './rate-card-part.tsx';
import { SeriesPart } from './series-part.tsx';

const PARTS = [
  { id: 'series', label: 'Prices over time', Part: SeriesPart },
  { id: 'clauses', label: 'Index clauses', Part: ClausesPart },
  { id: 'rates', label: 'Rate card', Part: RateCardPart },
  { id: 'fuel', label: 'Litres and CO2e', Part: FuelUsePart },
  { id: 'pump', label: 'Another pump price', Part: PumpPart },
] as const;

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
            go(hrefOf('costs', ['prices', each.id]));
          },
        })),
      [],
    ),
  );
  return (
    <div className="prices-screen">
      <h1 className="prices-title">Prices</h1>
      <Tabs
        label="Parts of prices"
        tabs={PARTS}
        selected={part.id}
        onSelect={(chosen) => {
          go(hrefOf('costs', ['prices', chosen]));
        }}
      >
        <div className="costs-part">
          <part.Part />
        </div>
      </Tabs>
    </div>
  );
}
