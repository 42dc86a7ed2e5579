import { useMemo, useState } from 'react';
import type { CrewPage } from '../../../shared/api/views/register.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { ASSIGNMENT_ROLES, type AssignmentRole } from '../../../shared/model/register.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { Combo } from '../../ui/combo.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { throughGate } from '../notices/gate-state.ts';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { ASSIGNED_WORDS } from './register-words.ts';

/** Choices shown of those that fit what is typed. */
const MOST = 14;

interface Choice {
  readonly id: number;
  readonly label: string;
  readonly detail: string;
  readonly out_of_date: number;
  readonly holds: readonly string[];
}

/** Assigns a person or a vehicle to a contract, from a day on. */
export function AssignDialog(props: {
  readonly page: CrewPage;
  readonly role: AssignmentRole;
  readonly onClose: () => void;
}) {
  const { page } = props;
  const { contract, competences } = page;
  const [role, setRole] = useState<AssignmentRole>(props.role);
  const [all, setAll] = useState(false);
  const [text, setText] = useState('');
  const [id, setId] = useState<number | null>(null);
  const [from, setFrom] = useState<string>(page.on);
  const [to, setTo] = useState('');
  const [instead, setInstead] = useState(false);
  const options = useChoices({ contract_id: contract.id, all }, role, competences);
  const sought = text.trim().toLowerCase();
  const fitting = options
    .filter(({ label, detail }) => `${label} ${detail}`.toLowerCase().includes(sought))
    .slice(0, MOST);
  const chosen = options.find((each) => each.id === id) ?? null;
  const held = page.lines.filter((line) => line.role === role && line.is_on);
  const from_on = parseIsoDate(from);
  const problems = [
    ...(chosen === null ? [`Choose the ${ASSIGNED_WORDS[role].toLowerCase()}.`] : []),
    ...(from_on === null ? ['Say from which day on.'] : []),
  ];
  return (
    <SigningDialog
      title={`Assign to ${contract.route_ref}`}
      verb="Assign"
      done={`${chosen?.label ?? ''} is assigned to ${contract.route_ref}.`}
      problems={problems}
      signedBy={officerName()}
      sign={async () =>
        chosen === null || from_on === null
          ? fail('not_complete', 'Something is not chosen.', 'Choose it.')
          : await throughGate(
              (gate) =>
                call('register/assign', {
                  contract_id: contract.id,
                  role,
                  subject_id: chosen.id,
                  from_on,
                  to_on: parseIsoDate(to),
                  instead: instead && held.length > 0,
                  ...gate,
                }),
              'To tell everybody first, assign from a later day: the notices are then open until that day.',
            )
      }
      onClose={props.onClose}
    >
      <div className="providers-form">
        <Select
          label="As"
          options={ASSIGNMENT_ROLES.map((each) => ({ id: each, label: ASSIGNED_WORDS[each] }))}
          value={role}
          onChange={(next) => {
            setRole(next);
            // A person is not a vehicle: only what fits the new role stays chosen.
            if ((next === 'vehicle') !== (role === 'vehicle')) {
              setId(null);
              setText('');
            }
          }}
        />
        <Combo
          label={ASSIGNED_WORDS[role]}
          text={text}
          onText={(typed) => {
            setText(typed);
            if (typed !== chosen?.label) setId(null);
          }}
          options={fitting}
          onChoose={(next) => {
            setId(next);
            setText(options.find((each) => each.id === next)?.label ?? '');
          }}
          placeholder={role === 'vehicle' ? 'Registration mark' : 'Name'}
          description={
            chosen === null
              ? `${formatQuantity(options.length, 'choice')} of ${all ? 'every provider' : contract.provider}`
              : `${chosen.detail}${chosen.out_of_date > 0 ? '. Something of theirs is out of date' : ''}`
          }
        />
        <DateField label="From" value={from} onChange={setFrom} />
        <DateField
          label="Until"
          value={to}
          onChange={setTo}
          description="Empty: until further notice."
        />
      </div>
      <Checkbox isSelected={all} onChange={setAll}>
        Look among every provider, for work that is passed on
      </Checkbox>
      {held.length === 0 ? null : (
        <Checkbox isSelected={instead} onChange={setInstead}>
          In place of {held.map(({ who }) => who).join(', ')}, whose last day is the one before
        </Checkbox>
      )}
    </SigningDialog>
  );
}

/** Those who may do the role: whoever holds what the children need first. */
function useChoices(
  asked: { readonly contract_id: number; readonly all: boolean },
  role: AssignmentRole,
  competences: readonly string[],
): readonly Choice[] {
  const { data } = useChannel('register/candidates', asked);
  return useMemo(() => {
    if (data === null) return [];
    if (role === 'vehicle')
      return data.vehicles.map((each) => ({
        id: each.id,
        label: each.mark,
        detail: [each.detail, onRoutes(each.routes), asked.all ? each.provider : '']
          .filter(Boolean)
          .join(', '),
        out_of_date: each.out_of_date,
        holds: [],
      }));
    const lacking = (holds: readonly string[]): number =>
      competences.filter((each) => !holds.includes(each)).length;
    return data.workers
      .filter((each) => role === 'cover' || each.role === 'both' || each.role === role)
      .map((each) => ({
        id: each.id,
        label: each.name,
        detail: [
          each.holds.length === 0 ? 'holds nothing' : each.holds.join(', '),
          onRoutes(each.routes),
          asked.all ? each.provider : '',
        ]
          .filter(Boolean)
          .join('; '),
        out_of_date: each.out_of_date,
        holds: each.holds,
      }))
      .toSorted(
        (a, b) =>
          a.out_of_date - b.out_of_date ||
          lacking(a.holds) - lacking(b.holds) ||
          a.label.localeCompare(b.label, 'en-GB'),
      );
  }, [data, role, competences, asked.all]);
}

function onRoutes(routes: number): string {
  return routes === 0 ? 'on no route' : `on ${formatQuantity(routes, 'route')}`;
}
