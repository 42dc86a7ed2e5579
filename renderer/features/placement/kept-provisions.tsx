import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import type { NewProvision, SavedProvision } from '../../../shared/model/placement.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notifyFailure } from '../../state/notices.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

/** The most that are compared at once. */
const MOST = 6;

/** Provisions that were kept under their names: opened again, or set side by side. */
export function KeptProvisions(props: {
  readonly kept: readonly SavedProvision[];
  readonly onOpen: (provision: NewProvision) => void;
  readonly onCompare: (provisions: readonly NewProvision[]) => void;
}) {
  const { kept, onOpen, onCompare } = props;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  if (kept.length === 0) return null;
  const picked = kept.filter(({ id }) => chosen.has(id)).map(({ provision }) => provision);
  const remove = async (id: number): Promise<void> => {
    const answer = await call('placements/delete-provision', { id });
    if (answer.ok) forgetAnswers();
    else notifyFailure(answer.error);
  };
  return (
    <section className="placement-kept" aria-label="Kept provisions">
      <div className="placement-title">
        <h2>Kept under their names</h2>
        <Button
          disabledReason={
            picked.length < 2
              ? 'Choose two or more.'
              : picked.length > MOST
                ? `At most ${MOST} at once.`
                : null
          }
          onPress={() => {
            onCompare(picked);
          }}
        >
          Compare the chosen
        </Button>
      </div>
      <Table
        caption="Kept provisions"
        head={
          <>
            <Th>Compare</Th>
            <Th>Name</Th>
            <Th align="end">Places</Th>
            <Th>Needs</Th>
            <Th align="end">Ages</Th>
            <Th align="end">Opens</Th>
            <Th>Take out</Th>
          </>
        }
      >
        {kept.map(({ id, provision }) => (
          <tr key={id}>
            <Td>
              <Checkbox
                isSelected={chosen.has(id)}
                onChange={(isOn) => {
                  setChosen(new Set([...chosen, id].filter((each) => each !== id || isOn)));
                }}
              >
                <span className="visually-hidden">Compare {provision.name}</span>
              </Checkbox>
            </Td>
            <Td>
              <LinkButton
                onPress={() => {
                  onOpen(provision);
                }}
              >
                {provision.name}
              </LinkButton>
            </Td>
            <Td align="end">{formatCount(provision.places)}</Td>
            <Td>{provision.needs.join(', ')}</Td>
            <Td align="end">
              {provision.age_from} to {provision.age_to}
            </Td>
            <Td align="end">{formatDate(provision.opens_on)}</Td>
            <Td>
              <IconButton
                label={`Take out ${provision.name}`}
                icon={Trash2}
                onPress={() => void remove(id)}
              />
            </Td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
