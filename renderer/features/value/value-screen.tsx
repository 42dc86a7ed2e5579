import './value.css';
import type { ComponentType } from 'react';
import { usePlace } from '../../state/place.ts';
import { SubParts } from '../../ui/sub-parts.tsx';
import { ClaimsPart } from './claims-part.tsx';
import { LonePart } from './lone-part.tsx';
import { PricesPart } from './prices-part.tsx';
import { SeatsPart } from './seats-part.tsx';
import { TrainingPart } from './training-part.tsx';
import { hrefOfValue, type ValuePartName } from './value-address.ts';

const PARTS: readonly {
  readonly id: ValuePartName;
  readonly label: string;
  readonly Part: ComponentType;
}[] = [
  {
    id: 'claims',
    label: 'A provider’s claim',
    Part: ClaimsPart,
  },
  {
    id: 'prices',
    label: 'Prices out of line',
    Part: PricesPart,
  },
  {
    id: 'alone',
    label: 'Lone taxis',
    Part: LonePart,
  },
  {
    id: 'seats',
    label: 'PTB or mileage',
    Part: SeatsPart,
  },
  {
    id: 'training',
    label: 'Travel training',
    Part: TrainingPart,
  },
];

/** Tests of a claim and of value: one question under the row that leads to the others. */
export function ValueScreen() {
  const name = usePlace((place) => place.path[1]);
  const part = PARTS.find(({ id }) => id === name) ?? PARTS[0];
  if (part === undefined) return null;
  const { Part } = part;
  return (
    <div className="value">
      <SubParts
        isBar
        label="Questions of value"
        parts={PARTS}
        current={part.id}
        hrefOfPart={hrefOfValue}
      />
      <Part />
    </div>
  );
}
