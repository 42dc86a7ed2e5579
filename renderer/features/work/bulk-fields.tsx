import type { BulkAction } from '../../../shared/api/views/bulk.ts';
import { parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import type { ApplicationStatus } from '../../../shared/model/client.ts';
import { STATUS_WORDS } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

/** States that are set by hand, in the order of the work. */
const BY_HAND: readonly ApplicationStatus[] = ['received', 'checking', 'more_information', 'ended'];

/** The form of an action: only what it asks. */
export function BulkFields(props: {
  readonly action: BulkAction;
  readonly onChange: (action: BulkAction) => void;
}) {
  const { action, onChange } = props;
  switch (action.kind) {
    case 'assign':
      return (
        <OfficerField
          value={action.officer}
          onChange={(officer) => {
            onChange({ ...action, officer });
          }}
        />
      );
    case 'share':
      return (
        <OfficerChecks
          chosen={action.officers}
          onChange={(officers) => {
            onChange({ ...action, officers });
          }}
        />
      );
    case 'set_status':
      return (
        <div className="bulk-fields">
          <Select
            label="State"
            value={action.status}
            options={BY_HAND.map((id) => ({ id, label: STATUS_WORDS[id] }))}
            onChange={(status) => {
              onChange({ ...action, status });
            }}
          />
          <TextField
            label="Note for the history"
            value={action.note}
            onChange={(note) => {
              onChange({ ...action, note });
            }}
          />
        </div>
      );
    case 'ask':
      return (
        <div className="bulk-fields">
          <TextField
            label="What is asked for"
            value={action.asked_for}
            isRequired
            takesFocus
            lines={2}
            onChange={(asked_for) => {
              onChange({ ...action, asked_for });
            }}
          />
          <TextField
            label="Of whom"
            value={action.asked_of}
            isRequired
            onChange={(asked_of) => {
              onChange({ ...action, asked_of });
            }}
          />
          <DateField
            label="Chase on"
            value={action.chase_on}
            onChange={(text) => {
              const chase_on = parseIsoDate(text);
              if (chase_on !== null) onChange({ ...action, chase_on });
            }}
          />
          <SignedBy action={action} onChange={onChange} />
        </div>
      );
    case 'roll_years':
      return null;
    case 'sign':
    case 'confirm_tif':
      return <SignedBy action={action} onChange={onChange} />;
    case 'renew':
      return (
        <div className="bulk-fields">
          <DayField
            label="Received on"
            description="After 1 August they count as late."
            value={action.received_on}
            onChange={(received_on) => {
              onChange({ ...action, received_on });
            }}
          />
          <SignedBy action={action} onChange={onChange} />
        </div>
      );
    case 'expect':
      return (
        <DayField
          label="Families told to apply on"
          description="Reminders count from this day."
          value={action.told_on}
          onChange={(told_on) => {
            onChange({ ...action, told_on });
          }}
        />
      );
    case 'hand_over':
      return (
        <div className="bulk-fields">
          <SignedBy action={action} onChange={onChange} />
          <TextField
            label="What Client Transport should know"
            value={action.note}
            onChange={(note) => {
              onChange({ ...action, note });
            }}
          />
        </div>
      );
    default:
      return (
        <TextField
          label="Reason"
          value={action.reason}
          isRequired
          takesFocus
          description="Kept in the history of each."
          onChange={(reason) => {
            onChange({ ...action, reason });
          }}
        />
      );
  }
}

function DayField(props: {
  readonly label: string;
  readonly description: string;
  readonly value: IsoDate;
  readonly onChange: (day: IsoDate) => void;
}) {
  return (
    <DateField
      label={props.label}
      description={props.description}
      value={props.value}
      onChange={(text) => {
        const day = parseIsoDate(text);
        if (day !== null) props.onChange(day);
      }}
    />
  );
}

function SignedBy<Action extends BulkAction & { readonly signed_by: string }>(props: {
  readonly action: Action;
  readonly onChange: (action: Action) => void;
}) {
  return (
    <TextField
      label="Signed by"
      value={props.action.signed_by}
      isRequired
      onChange={(signed_by) => {
        props.onChange({ ...props.action, signed_by });
      }}
    />
  );
}

function OfficerField(props: {
  readonly value: string;
  readonly onChange: (officer: string) => void;
}) {
  const { data } = useChannel('work/officers', {});
  const NOBODY = '*nobody';
  const known = data ?? [];
  return (
    <div className="bulk-fields">
      <Select
        label="To"
        value={props.value === '' ? NOBODY : props.value}
        options={[
          ...known.map((id) => ({ id, label: id })),
          ...(props.value === '' || known.includes(props.value)
            ? []
            : [{ id: props.value, label: props.value }]),
          { id: NOBODY, label: 'Nobody' },
        ]}
        onChange={(id) => {
          props.onChange(id === NOBODY ? '' : id);
        }}
      />
      <TextField
        label="Or to somebody new"
        value={known.includes(props.value) ? '' : props.value}
        onChange={props.onChange}
      />
    </div>
  );
}

function OfficerChecks(props: {
  readonly chosen: readonly string[];
  readonly onChange: (officers: readonly string[]) => void;
}) {
  const { data } = useChannel('work/overview', {});
  const known = (data?.workloads ?? []).filter(({ officer }) => officer !== '');
  return (
    <fieldset className="bulk-officers">
      <legend className="k-label">Among</legend>
      {known.map(({ officer, open }) => (
        <Checkbox
          key={officer}
          isSelected={props.chosen.includes(officer)}
          onChange={(isOn) => {
            props.onChange(
              known
                .map((each) => each.officer)
                .filter((name) => (name === officer ? isOn : props.chosen.includes(name))),
            );
          }}
        >
          {officer} <span className="soft">{open} open</span>
        </Checkbox>
      ))}
      {known.length === 0 ? (
        <p className="soft">Nobody has work yet: assign one application to each officer first.</p>
      ) : null}
    </fieldset>
  );
}
