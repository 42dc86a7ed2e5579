import { Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SavedScenario } from '../../../shared/api/views/scenarios.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { CENTRAL, type Scenario } from '../../../shared/pressure/forecast/assumptions.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice } from '../../ui/states.tsx';

/** The scenarios kept: choose one, keep this one under a name, forget one. */
export function ScenarioBar(props: {
  readonly scenario: Scenario;
  readonly saved: readonly SavedScenario[];
  readonly onChoose: (scenario: Scenario) => void;
}) {
  const { scenario, saved, onChoose } = props;
  const [isNaming, setNaming] = useState(false);
  const kept = saved.find((each) => each.scenario.name === scenario.name);
  const options = [
    { id: '', label: 'Central', detail: 'as the sources say' },
    ...saved.map(({ id, scenario: each }) => ({ id: String(id), label: each.name })),
  ];
  const forget = async (): Promise<void> => {
    if (kept === undefined) return;
    const answer = await call('scenarios/delete', { id: kept.id });
    if (!answer.ok) return;
    notify({ tone: 'good', text: `${kept.scenario.name}: forgotten. Ctrl Z brings it back.` });
    forgetAnswers();
    onChoose(CENTRAL);
  };
  return (
    <>
      <Select
        label="Scenario"
        options={options}
        value={kept === undefined ? '' : String(kept.id)}
        onChange={(id) => {
          onChoose(saved.find((each) => String(each.id) === id)?.scenario ?? CENTRAL);
        }}
      />
      <Button
        icon={Save}
        onPress={() => {
          setNaming(true);
        }}
      >
        Keep this scenario
      </Button>
      {kept === undefined ? null : (
        <Button icon={Trash2} variant="quiet" onPress={() => void forget()}>
          Forget it
        </Button>
      )}
      {isNaming ? (
        <NameDialog
          scenario={scenario}
          isKept={kept !== undefined}
          onClose={() => {
            setNaming(false);
          }}
          onKept={onChoose}
        />
      ) : null}
    </>
  );
}

function NameDialog(props: {
  readonly scenario: Scenario;
  readonly isKept: boolean;
  readonly onClose: () => void;
  readonly onKept: (scenario: Scenario) => void;
}) {
  const { scenario, isKept, onClose, onKept } = props;
  const [name, setName] = useState(isKept ? scenario.name : '');
  const [failure, setFailure] = useState<Failure | null>(null);
  const trimmed = name.trim();
  const lacking =
    trimmed === ''
      ? 'Give it a name first.'
      : trimmed === CENTRAL.name
        ? 'Central is the one to start from: give another name.'
        : null;
  const keep = async (): Promise<void> => {
    const answer = await call('scenarios/save', { scenario: { ...scenario, name: trimmed } });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    notify({ tone: 'good', text: `${trimmed}: kept.` });
    forgetAnswers();
    onKept(answer.value.scenario);
    onClose();
  };
  return (
    <Dialog title="Keep this scenario" isOpen onClose={onClose} width={440}>
      <form
        className="data-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (lacking === null) void keep();
        }}
      >
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          takesFocus
          description="One of the same name is replaced."
        />
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="k-form-foot">
          <Button type="submit" variant="primary" disabledReason={lacking}>
            Keep it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
