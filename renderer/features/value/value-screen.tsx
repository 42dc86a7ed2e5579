import './value.css';
import { useMemo, type ComponentType } from 'react';
import { useCommands } from '../../state/commands.ts';
import { go, usePlace } from '../../state/place.ts';
import { ClaimsPart } from './claims-part.tsx';
import { LonePart } from './lone-part.tsx';
import { PricesPart } from './prices-part.tsx';
import { SeatsPart } from './seats-part.tsx';
import { TrainingPart } from './training-part.tsx';
import { hrefOfValue, type ValuePartName } from './value-address.ts';

const PARTS: readonly {
  readonly id: ValuePartName;
  readonly label: string;
  readonly command: string;
  readonly keywords: string;
  readonly Part: ComponentType;
}[] = [
  {
    id: 'claims',
    label: 'A provider’s claim',
    command: 'Weigh a provider’s claim',
    keywords: 'rise asks price increase indexation fuel wages operator',
    Part: ClaimsPart,
  },
  {
    id: 'prices',
    label: 'Prices out of line',
    command: 'Show prices out of line',
    keywords: 'expensive dear outlier compare like for like benchmark',
    Part: PricesPart,
  },
  {
    id: 'alone',
    label: 'Lone taxis',
    command: 'Show lone taxis that could share',
    keywords: 'single sole occupancy alone merge',
    Part: LonePart,
  },
  {
    id: 'seats',
    label: 'PTB or mileage',
    command: 'Show when a PTB or mileage is cheaper',
    keywords: 'personal transport budget cliff edge bands consent parent',
    Part: SeatsPart,
  },
  {
    id: 'training',
    label: 'Travel training',
    command: 'Show the payback of travel training',
    keywords: 'independent travel training ITT months bus',
    Part: TrainingPart,
  },
];

/** Tests of a claim and of value: one question under the row that leads to the others. */
export function ValueScreen() {
  const name = usePlace((place) => place.path[1]);
  const part = PARTS.find(({ id }) => id === name) ?? PARTS[0];
  useCommands(
    'value',
    useMemo(
      () =>
        PARTS.map(({ id, command, keywords }) => ({
          id: `value-${id}`,
          label: command,
          keywords,
          isEnabled: () => true as const,
          run: () => {
            go(hrefOfValue(id));
          },
        })),
      [],
    ),
  );
  if (part === undefined) return null;
  const { Part } = part;
  return (
    <div className="value">
      <nav className="value-nav" aria-label="Questions of value">
        {PARTS.map(({ id, label }) => (
          <a
            key={id}
            href={hrefOfValue(id)}
            {...(id === part.id ? { 'aria-current': 'page' } : {})}
          >
            {label}
          </a>
        ))}
      </nav>
      <Part />
    </div>
  );
}
