import { X } from 'lucide-react';
import { useState } from 'react';
import { addDays } from '../../../shared/calendar/dates.ts';
import type { EvidencePage, NamedSchool } from '../../../shared/api/views/evidence.ts';
import { sectionIProblems } from '../../../shared/casework/check-evidence.ts';
import type { SectionIGiven } from '../../../shared/model/evidence.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { useChannel } from '../../state/channel.ts';
import { IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { SchoolChoice } from '../applications/school-choice.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { OpenDayInput } from './input-fields.tsx';

/** A year less a day: the next annual review at the latest (Children and Families Act 2014 s44(1)). */
const REVIEW_DAYS = 364;

/** Keeps a version of section I: its words, the plan's date, the schools it names, its condition. */
export function SectionIDialog(props: {
  readonly page: EvidencePage;
  /** The words that the record has now. */
  readonly words: string;
  readonly onClose: () => void;
}) {
  const { page } = props;
  const [given, setGiven] = useState<SectionIGiven>(() => ({
    words: props.words,
    plan_on: null,
    urns: page.school === null ? [] : [page.school.urn],
    condition: '',
    named_on: null,
    review_on: null,
  }));
  const [schools, setSchools] = useState<readonly NamedSchool[]>(
    page.school === null ? [] : [page.school],
  );
  const [by, setBy] = useState(officerName);
  const set = (change: Partial<SectionIGiven>): void => {
    setGiven({ ...given, ...change });
  };
  const name = (next: readonly NamedSchool[]): void => {
    setSchools(next);
    set({ urns: next.map(({ urn }) => urn) });
  };
  return (
    <SigningDialog
      title="Record: a version of section I"
      verb="Record version"
      done="Section I: version recorded."
      problems={sectionIProblems(given, by)}
      signedBy={by}
      sign={() => call('evidence/record-section-i', { client_id: page.client_id, given, by })}
      onClose={props.onClose}
    >
      {page.versions.length === 0 ? (
        <p className="soft">
          The words of the import stay as version 1; this is the next. The rules read the version
          whose plan is in force.
        </p>
      ) : null}
      <TextField
        label="Section I, word for word"
        value={given.words}
        lines={4}
        onChange={(words) => {
          set({ words });
        }}
      />
      <div className="case-form-fields">
        <OpenDayInput
          label="Date of the plan"
          value={given.plan_on}
          onChange={(plan_on) => {
            const review_on = plan_on === null ? given.review_on : addDays(plan_on, REVIEW_DAYS);
            set({ plan_on, review_on, named_on: given.named_on ?? plan_on });
          }}
        />
        <OpenDayInput
          label="The school was named on"
          value={given.named_on}
          description="Nearer schools are asked about this day."
          onChange={(named_on) => {
            set({ named_on });
          }}
        />
        <div className="case-form-wide">
          <NamedSchools schools={schools} onChange={name} />
        </div>
        <div className="case-form-wide">
          <TextField
            label="Condition, word for word"
            value={given.condition}
            lines={2}
            description="Such as parental preference with a nearer school named as well. Left empty: named without a condition."
            onChange={(condition) => {
              set({ condition });
            }}
          />
        </div>
        <OpenDayInput
          label="Next annual review"
          value={given.review_on}
          description="Within twelve months of the plan: a condition is tested again then."
          onChange={(review_on) => {
            set({ review_on });
          }}
        />
        <TextField label="Recorded by" value={by} onChange={setBy} isRequired />
      </div>
    </SigningDialog>
  );
}

/** The schools that a version names, each taken out again by its cross. */
function NamedSchools(props: {
  readonly schools: readonly NamedSchool[];
  readonly onChange: (schools: readonly NamedSchool[]) => void;
}) {
  const { schools, onChange } = props;
  const [chosen, setChosen] = useState<number | null>(null);
  const found = useChannel(
    'schools/search',
    chosen === null ? null : { text: String(chosen), limit: 1 },
  ).data?.[0];
  if (chosen !== null && found?.urn === chosen) {
    // The answer brings the name that the choice was made by.
    if (!schools.some(({ urn }) => urn === chosen))
      onChange([...schools, { urn: found.urn, name: found.name }]);
    setChosen(null);
  }
  return (
    <div className="evidence-schools">
      <span className="k-label">Schools named</span>
      {schools.length === 0 ? <p className="soft">None: section I names a type only.</p> : null}
      <ul>
        {schools.map((school) => (
          <li key={school.urn}>
            <span>
              {school.name} <span className="soft">URN {school.urn}</span>
            </span>
            <IconButton
              label={`Not named: ${school.name}`}
              icon={X}
              onPress={() => {
                onChange(schools.filter(({ urn }) => urn !== school.urn));
              }}
            />
          </li>
        ))}
      </ul>
      <SchoolChoice
        key={schools.length}
        label="Add a school"
        urn={null}
        name=""
        onChange={setChosen}
      />
    </div>
  );
}
