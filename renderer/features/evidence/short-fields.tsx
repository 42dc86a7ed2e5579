import type { EvidencePage } from '../../../shared/api/views/evidence.ts';
import type { EvidenceGiven } from '../../../shared/model/evidence.ts';
import { TextField } from '../../ui/field.tsx';
import { DayInput, YesNo } from './input-fields.tsx';

type Short = Extract<
  EvidenceGiven,
  { readonly kind: 'route_concern' | 'belief' | 'course' | 'post_16' }
>;

/** The kinds of three or four fields. */
export function ShortFields(props: {
  readonly page: EvidencePage;
  readonly given: Short;
  readonly onChange: (given: EvidenceGiven) => void;
}) {
  const { given, onChange, page } = props;
  switch (given.kind) {
    case 'route_concern':
      return (
        <div className="case-form-fields">
          <div className="case-form-wide">
            <TextField
              label="What is said against the route"
              value={given.concern}
              lines={3}
              description="Left empty it says that the concern is settled."
              onChange={(concern) => {
                onChange({ ...given, concern });
              }}
            />
          </div>
          <TextField
            label="Raised by"
            value={given.raised_by}
            onChange={(raised_by) => {
              onChange({ ...given, raised_by });
            }}
          />
          <DayInput
            label="Raised on"
            value={given.raised_on}
            onChange={(raised_on) => {
              onChange({ ...given, raised_on });
            }}
          />
        </div>
      );
    case 'belief':
      return (
        <div className="case-form-fields">
          <TextField
            label="Religion or belief, as the parent states it"
            value={given.stated}
            description="Left empty it says none. A school’s denomination is not evidence."
            onChange={(stated) => {
              onChange({ ...given, stated });
            }}
          />
          <YesNo
            label={`Is ${page.school?.name ?? 'the school'} the nearest suitable one preferred on that ground?`}
            value={given.nearest_preferred}
            yes="Yes"
            no="No"
            onChange={(nearest_preferred) => {
              onChange({ ...given, nearest_preferred });
            }}
          />
          <TextField
            label="Stated by"
            value={given.stated_by}
            onChange={(stated_by) => {
              onChange({ ...given, stated_by });
            }}
          />
          <DayInput
            label="Stated on"
            value={given.stated_on}
            onChange={(stated_on) => {
              onChange({ ...given, stated_on });
            }}
          />
        </div>
      );
    case 'course':
      return (
        <div className="case-form-fields">
          <TextField
            label="Course"
            value={given.course}
            onChange={(course) => {
              onChange({ ...given, course });
            }}
          />
          <DayInput
            label="Began, or begins, on"
            value={given.began_on}
            description="Begun before the 19th birthday it is sixth-form age, later adult."
            onChange={(began_on) => {
              onChange({ ...given, began_on });
            }}
          />
        </div>
      );
    default:
      return (
        <div className="case-form-fields">
          <YesNo
            label="Are arrangements necessary to attend?"
            value={given.necessary}
            yes="Necessary"
            no="Not necessary"
            onChange={(necessary) => {
              onChange({ ...given, necessary });
            }}
          />
          <DayInput
            label="Answered on"
            value={given.answered_on}
            onChange={(answered_on) => {
              onChange({ ...given, answered_on });
            }}
          />
          <div className="case-form-wide">
            <TextField
              label="Why, and by which criteria of the statement"
              value={given.reason}
              lines={3}
              onChange={(reason) => {
                onChange({ ...given, reason });
              }}
            />
          </div>
          <div className="case-form-wide">
            <TextField
              label="What was weighed instead"
              value={given.instead}
              lines={2}
              description="Training for independent travel, a pass, a budget, help of others."
              onChange={(instead) => {
                onChange({ ...given, instead });
              }}
            />
          </div>
        </div>
      );
  }
}
