import type { AccompanimentGiven } from '../../../shared/model/evidence.ts';
import { TextField } from '../../ui/field.tsx';
import type { FieldsOf } from './evidence-fields.tsx';
import { DayInput, OpenDayInput, YesNo } from './input-fields.tsx';

/** Could the child walk it accompanied; can a parent reasonably accompany, each circumstance weighed by itself. */
export function AccompanimentFields({ given, set }: FieldsOf<AccompanimentGiven>) {
  const asksParent = given.walks_accompanied !== false;
  return (
    <div className="case-form-fields">
      <div className="case-form-wide">
        <YesNo<boolean | null>
          label="Could the child walk to this school, accompanied as necessary?"
          value={given.walks_accompanied}
          open={null}
          yes="Yes, accompanied"
          no="No, not even accompanied"
          description="Never answered by a need, a type of school, a benefit or a Motability car."
          onChange={(walks_accompanied) => {
            set({
              walks_accompanied,
              ...(walks_accompanied === false ? { parent_can_accompany: null } : {}),
            });
          }}
        />
      </div>
      {asksParent ? (
        <>
          <div className="case-form-wide">
            <YesNo<boolean | null>
              label="Can a parent reasonably be expected to accompany?"
              value={given.parent_can_accompany}
              open={null}
              yes="Yes"
              no="No"
              onChange={(parent_can_accompany) => {
                set({ parent_can_accompany });
              }}
            />
          </div>
          <TextField
            label="The parent’s own disability"
            value={given.parent_disability}
            lines={2}
            description="Weighed by itself; none is an answer."
            onChange={(parent_disability) => {
              set({ parent_disability });
            }}
          />
          <TextField
            label="Other children"
            value={given.other_children}
            lines={2}
            description="Their ages, schools and times."
            onChange={(other_children) => {
              set({ other_children });
            }}
          />
          <div className="case-form-wide">
            <TextField
              label="Work"
              value={given.work}
              lines={2}
              description="Hours, and what could be arranged. DfE, January 2024: not normally a reason by itself; weighed all the same."
              onChange={(work) => {
                set({ work });
              }}
            />
          </div>
        </>
      ) : null}
      <div className="case-form-wide">
        <TextField
          label="Whose view it is, and on what evidence"
          value={given.reason}
          lines={2}
          onChange={(reason) => {
            set({ reason });
          }}
        />
      </div>
      <DayInput
        label="Answered on"
        value={given.answered_on}
        onChange={(answered_on) => {
          set({ answered_on });
        }}
      />
      <OpenDayInput
        label="A temporary problem, until"
        value={given.ends_on}
        description="Left open for a lasting one."
        onChange={(ends_on) => {
          set({ ends_on });
        }}
      />
    </div>
  );
}
