import { Pencil } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import { useCommands } from '../../state/commands.ts';
import { IconButton } from '../../ui/button.tsx';
import { CaseContacts } from '../contacts/case-contacts.tsx';
import { CaseLetters } from '../letters/case-letters.tsx';
import { LifePart } from '../life/life-part.tsx';
import { ApplicationsPart } from '../new-application/applications-part.tsx';
import { PlacementLink } from '../placement/placement-link.tsx';
import { ParticularsPart } from '../particulars/particulars-part.tsx';
import { CASE_FACTS } from './case-facts.tsx';
import type { CaseView } from './case-sections.ts';
import { EditDialog } from './edit-dialog.tsx';
import { EligibilityPart } from './eligibility-part.tsx';
import { Facts } from './facts.tsx';
import { FIELD_GROUPS, type FieldGroup } from './fields.ts';
import { HistoryPart } from './history-part.tsx';
import { Part } from './part.tsx';
import { PositionPart } from './position-part.tsx';
import { TransportPart } from './transport-part.tsx';
import { WaitingPart } from './waiting-part.tsx';

/** One section of a case. What is edited can be edited from each of them by its command. */
export function CaseSectionView(props: {
  readonly view: Exclude<CaseView, 'tif'>;
  readonly page: CasePage;
  readonly decisions: DecisionPage | null;
}) {
  const { page } = props;
  const [editing, setEditing] = useState<FieldGroup | null>(null);
  useCommands(
    'case-facts',
    useMemo(
      () =>
        FIELD_GROUPS.map((group) => ({
          id: `edit-${group.key}`,
          label: `Edit: ${group.title.toLowerCase()}`,
          keywords: `change correct ${group.fields.map(({ label }) => label).join(' ')}`,
          isEnabled: () => true,
          run: () => {
            setEditing(group);
          },
        })),
      [],
    ),
  );
  return (
    <>
      <Section {...props} onEdit={setEditing} />
      {editing === null ? null : (
        <EditDialog
          key={editing.key}
          page={page}
          group={editing}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </>
  );
}

function Section(props: {
  readonly view: Exclude<CaseView, 'tif'>;
  readonly page: CasePage;
  readonly decisions: DecisionPage | null;
  readonly onEdit: (group: FieldGroup) => void;
}) {
  const { page, decisions, onEdit } = props;
  const facts = (key: FieldGroup['key']) => <FactsPart page={page} group={key} onEdit={onEdit} />;
  if (props.view === 'summary')
    return (
      <div className="case-parts">
        <div className="case-column">
          <TransportPart page={page} />
          <WaitingPart page={page} decisions={decisions} />
          <CaseContacts page={page} />
          {facts('care')}
        </div>
        <div className="case-column">
          {facts('child')}
          {facts('travel')}
          <ApplicationsPart page={page} />
        </div>
      </div>
    );
  if (props.view === 'eligibility')
    return (
      <div className="case-parts case-parts-wide-first">
        <div className="case-column">
          <EligibilityPart page={page} />
        </div>
        <div className="case-column">
          <LifePart page={page} />
        </div>
      </div>
    );
  if (props.view === 'places')
    return (
      <div className="case-parts">
        <div className="case-column">
          <PositionPart page={page} />
        </div>
        <div className="case-column">
          {facts('placement')}
          <PlacementLink client_id={page.client.id} />
          <ParticularsPart page={page} />
        </div>
      </div>
    );
  if (props.view === 'letters') return <CaseLetters clientId={page.client.id} />;
  return (
    <div className="case-parts case-parts-one">
      <HistoryPart page={page} />
    </div>
  );
}

function FactsPart(props: {
  readonly page: CasePage;
  readonly group: FieldGroup['key'];
  readonly onEdit: (group: FieldGroup) => void;
}) {
  const group = FIELD_GROUPS.find(({ key }) => key === props.group);
  if (group === undefined) return null;
  return (
    <Part
      title={group.title}
      action={
        <IconButton
          label={`Edit: ${group.title.toLowerCase()}`}
          icon={Pencil}
          onPress={() => {
            props.onEdit(group);
          }}
        />
      }
    >
      <Facts showEmpty facts={CASE_FACTS[group.key](props.page)} />
    </Part>
  );
}
