import { academicYearFrom, academicYearOf, startYearOf } from '../../../shared/calendar/years.ts';
import type { EvidencePage } from '../../../shared/api/views/evidence.ts';
import { comparedWords } from '../../../shared/eligibility/nearer-schools.ts';
import { formatMiles } from '../../../shared/format/distance.ts';
import type {
  EvidenceGiven,
  LowIncomeGiven,
  NearerGiven,
  WayGiven,
} from '../../../shared/model/evidence.ts';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SchoolChoice } from '../applications/school-choice.tsx';
import { ShortFields } from './short-fields.tsx';
import { AccompanimentFields } from './accompaniment-fields.tsx';
import { DayInput, NumberInput, YesNo } from './input-fields.tsx';

/** What a set of fields is given and tells. */
export interface FieldsOf<Given> {
  readonly given: Given;
  readonly set: (change: Partial<Given>) => void;
}

/** The fields of one kind of evidence. */
export function EvidenceFields(props: {
  readonly page: EvidencePage;
  readonly given: EvidenceGiven;
  readonly onChange: (given: EvidenceGiven) => void;
}) {
  const { given, page, onChange } = props;
  switch (given.kind) {
    case 'measured':
    case 'road':
      return <WayFields given={given} set={setter(given, onChange)} />;
    case 'accompaniment':
      return <AccompanimentFields given={given} set={setter(given, onChange)} />;
    case 'low_income':
      return <IncomeFields page={page} given={given} set={setter(given, onChange)} />;
    case 'nearer':
      return <NearerFields page={page} given={given} set={setter(given, onChange)} />;
    default:
      return <ShortFields page={page} given={given} onChange={onChange} />;
  }
}

function setter<Given extends EvidenceGiven>(
  given: Given,
  onChange: (given: EvidenceGiven) => void,
): (change: Partial<Given>) => void {
  return (change) => {
    onChange({ ...given, ...change });
  };
}

function WayFields({ given, set }: FieldsOf<WayGiven>) {
  const miles = given.distance_m > 0 ? `${formatMiles(given.distance_m)}.` : '1,609 m to a mile.';
  return (
    <div className="case-form-fields">
      <NumberInput
        label="Length, metres"
        value={given.distance_m}
        description={miles}
        onChange={(distance_m) => {
          set({ distance_m });
        }}
      />
      <NumberInput
        label="May be out by, metres"
        value={given.error_m}
        description="Either way, home and entrance included."
        onChange={(error_m) => {
          set({ error_m });
        }}
      />
      <TextField
        label="From"
        value={given.from}
        onChange={(from) => {
          set({ from });
        }}
      />
      <TextField
        label="To"
        value={given.to}
        description="Which entrance: the nearest that the child may use."
        onChange={(to) => {
          set({ to });
        }}
      />
      <TextField
        label="Measured with"
        value={given.tool}
        placeholder="A measuring wheel, a map and its version"
        onChange={(tool) => {
          set({ tool });
        }}
      />
      <TextField
        label="Measured by"
        value={given.measured_by}
        onChange={(measured_by) => {
          set({ measured_by });
        }}
      />
      <DayInput
        label="Measured on"
        value={given.measured_on}
        onChange={(measured_on) => {
          set({ measured_on });
        }}
      />
    </div>
  );
}

function IncomeFields({
  page,
  given,
  set,
}: FieldsOf<LowIncomeGiven> & { readonly page: EvidencePage }) {
  const start = startYearOf(academicYearOf(page.on));
  const basis = page.bases.find((each) => each.basis === given.basis);
  return (
    <div className="case-form-fields">
      <Select
        label="Basis"
        value={given.basis}
        options={page.bases.map((each) => ({ id: each.basis, label: each.basis }))}
        description={
          basis?.counts === 'cannot_tell'
            ? 'This basis alone does not tell: see that earnings are under the limit of universal credit.'
            : 'As set under Data, Settings, on this day.'
        }
        onChange={(next) => {
          set({
            basis: next,
            counts: page.bases.find((each) => each.basis === next)?.counts === 'yes',
          });
        }}
      />
      <YesNo
        label="Counts for travel"
        value={given.counts}
        yes="Yes: low income is proved"
        no="No"
        onChange={(counts) => {
          set({ counts });
        }}
      />
      <Select
        label="Academic year"
        value={given.year}
        options={[0, 1]
          .map((ahead) => academicYearFrom(start + ahead))
          .map((id) => ({ id, label: id }))}
        description="Once granted it holds to the end of that year, whatever changes."
        onChange={(year) => {
          set({ year });
        }}
      />
      <DayInput
        label="Evidence seen on"
        value={given.seen_on}
        onChange={(seen_on) => {
          set({ seen_on });
        }}
      />
      <TextField
        label="Checked by"
        value={given.checked_by}
        onChange={(checked_by) => {
          set({ checked_by });
        }}
      />
    </div>
  );
}

/** How the nearer schools were compared, and on which network. */
function nearestFirstWords(compared: EvidencePage['compared']): string {
  return compared === null || compared.by === 'straight_line'
    ? 'Nearest first, in a straight line.'
    : `Nearest first, by the shortest way on foot on ${compared.source}.`;
}

function NearerFields({
  page,
  given,
  set,
}: FieldsOf<NearerGiven> & { readonly page: EvidencePage }) {
  const offered = page.nearer.some(({ urn }) => urn === given.urn) || given.urn === 0;
  return (
    <div className="case-form-fields">
      {page.nearer.length > 0 && offered ? (
        <Select
          label="Nearer school"
          value={String(given.urn)}
          placeholder="Choose the school"
          options={page.nearer.map((each) => ({
            id: String(each.urn),
            label: each.name,
            detail: comparedWords(each.distance_m, each.by),
          }))}
          description={nearestFirstWords(page.compared)}
          onChange={(id) => {
            const school = page.nearer.find(({ urn }) => String(urn) === id);
            if (school !== undefined) set({ urn: school.urn, school: school.name });
          }}
        />
      ) : (
        <SchoolChoice
          label="Nearer school"
          urn={given.urn === 0 ? null : given.urn}
          name={given.school}
          onChange={(urn) => {
            set({ urn: urn ?? 0, school: urn === null ? '' : `URN ${urn}` });
          }}
        />
      )}
      <DayInput
        label="The school was named on"
        value={given.named_on}
        description="A place on this day is what counts."
        onChange={(named_on) => {
          set({ named_on });
        }}
      />
      <YesNo
        label="Was it suitable?"
        value={given.suitable}
        yes="Yes"
        no="No"
        onChange={(suitable) => {
          set({ suitable });
        }}
      />
      <YesNo
        label="Had it a place on that day?"
        value={given.had_place}
        yes="Yes"
        no="No"
        onChange={(had_place) => {
          set({ had_place });
        }}
      />
      <TextField
        label="Asked of"
        value={given.asked}
        placeholder="The head, the admissions team"
        onChange={(asked) => {
          set({ asked });
        }}
      />
      <DayInput
        label="Answered on"
        value={given.answered_on}
        onChange={(answered_on) => {
          set({ answered_on });
        }}
      />
      <div className="case-form-wide">
        <TextField
          label="The answer, or where it can be read"
          value={given.answer}
          lines={2}
          onChange={(answer) => {
            set({ answer });
          }}
        />
      </div>
    </div>
  );
}
