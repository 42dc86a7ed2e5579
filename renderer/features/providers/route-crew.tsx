import './route-crew.css';
import { Pencil } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { CrewLine, CrewPage } from '../../../shared/api/views/register.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { ASSIGNMENT_ROLES, type AssignmentRole } from '../../../shared/model/register.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { AssignmentDialog } from './assignment-dialog.tsx';
import { PaperMark } from './paper-mark.tsx';
import { hrefOfRecord } from './provider-address.ts';
import { ASSIGNED_WORDS } from './register-words.ts';

/** Who runs a contract and in what, and what is missing: for the route's own page. */
export function RouteCrew({ contractId }: { readonly contractId: number }) {
  const { data, error, refetch } = useChannel('register/crew', { contract_id: contractId });
  const [assigning, setAssigning] = useState<AssignmentRole | null>(null);
  const [changing, setChanging] = useState<CrewLine | null>(null);
  const assign = useCallback(() => {
    setAssigning('driver');
  }, []);
  useCommands(
    'route-crew',
    useMemo(
      () => [
        {
          id: 'assign-crew',
          label: 'Assign crew or vehicle to this route',
          keywords: 'driver assistant cover vehicle who drives',
          isEnabled: () => true,
          run: assign,
        },
      ],
      [assign],
    ),
  );
  return (
    <section aria-label="Crew and vehicle">
      <h3>Crew and vehicle</h3>
      {data === null ? (
        error === null ? (
          <p className="soft">Reading the register</p>
        ) : (
          <FailureNotice failure={error} onRetry={refetch} />
        )
      ) : (
        <>
          <Gaps page={data} />
          <CrewLines page={data} onChange={setChanging} />
          <div className="crew-actions">
            {ASSIGNMENT_ROLES.map((role) => (
              <Button
                key={role}
                size="small"
                onPress={() => {
                  setAssigning(role);
                }}
              >
                {ASSIGN_VERBS[role]}
              </Button>
            ))}
          </div>
          {assigning === null ? null : (
            <AssignDialog
              page={data}
              role={assigning}
              onClose={() => {
                setAssigning(null);
              }}
            />
          )}
          {changing === null ? null : (
            <AssignmentDialog
              line={changing}
              routeRef={data.contract.route_ref}
              onClose={() => {
                setChanging(null);
              }}
            />
          )}
        </>
      )}
    </section>
  );
}

const ASSIGN_VERBS: Readonly<Record<AssignmentRole, string>> = {
  driver: 'Assign driver',
  assistant: 'Assistant',
  cover: 'Cover',
  vehicle: 'Vehicle',
};

/** What is missing on the day: what blocks first. */
function Gaps({ page }: { readonly page: CrewPage }) {
  const { gaps, on, competences } = page;
  const blocking = gaps.filter(({ blocks }) => blocks);
  return (
    <div className="crew-gaps">
      {competences.length === 0 ? null : (
        <p className="soft">Wants a holder and a cover of: {competences.join(', ')}.</p>
      )}
      {gaps.length === 0 ? (
        <StateMark tone="good">Nothing missing on {formatDate(on)}</StateMark>
      ) : (
        <>
          <p>
            {blocking.length === 0 ? (
              <StateMark tone="info">Not all is recorded, {formatDate(on)}</StateMark>
            ) : (
              <StateMark tone="warning">Cannot be confirmed, {formatDate(on)}</StateMark>
            )}
          </p>
          <ul>
            {gaps.map(({ text, blocks }) => (
              <li key={text} className={blocks ? '' : 'soft'}>
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function CrewLines(props: {
  readonly page: CrewPage;
  readonly onChange: (line: CrewLine) => void;
}) {
  const { lines, on } = props.page;
  if (lines.length === 0) return null;
  return (
    <ul className="crew-lines">
      {lines.map((line) => (
        <li key={line.id} className={line.is_on ? '' : 'crew-line-off'}>
          <span className="crew-role">{ASSIGNED_WORDS[line.role]}</span>
          <span className="crew-who">
            <a href={hrefOfRecord(line.kind, line.subject_id)}>{line.who}</a>
            <small className="soft">{line.detail}</small>
            <small>
              {line.is_on ? <PaperMark state={line.papers} /> : null}
              <span className="soft">
                {line.from_on > on ? ` from ${formatDate(line.from_on)}` : ''}
                {line.to_on === null ? '' : ` to ${formatDate(line.to_on)}`}
              </span>
            </small>
          </span>
          <IconButton
            label={`Change ${line.who} as ${ASSIGNED_WORDS[line.role].toLowerCase()}`}
            icon={Pencil}
            onPress={() => {
              props.onChange(line);
            }}
          />
        </li>
      ))}
    </ul>
  );
}
