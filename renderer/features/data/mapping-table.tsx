import type { ImportPreview } from '../../../shared/model/import.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { Select } from '../../ui/select.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { mapColumn } from './import-state.ts';

type Heading = ImportPreview['headings'][number];
const LEFT_OUT = 'left-out';

/** Each heading of the file, what it was taken for, and some of its values. Columns left out come last, folded. */
export function MappingTable(props: { readonly preview: ImportPreview }) {
  const { headings } = props.preview;
  const used = headings.filter(({ field }) => field !== '');
  const unused = headings.filter(({ field }) => field === '');
  if (headings.length === 0) return null;
  return (
    <>
      <Headings caption="Columns and what they mean" preview={props.preview} headings={used} />
      {unused.length === 0 ? null : (
        <details className="data-details" open={used.length === 0}>
          <summary>{formatQuantity(unused.length, 'column')} left out</summary>
          <Headings caption="Columns left out" preview={props.preview} headings={unused} />
        </details>
      )}
    </>
  );
}

function Headings(props: {
  readonly caption: string;
  readonly preview: ImportPreview;
  readonly headings: readonly Heading[];
}) {
  const options = [
    { id: LEFT_OUT, label: 'Left out' },
    ...props.preview.fields.map(({ field, label, required }) => ({
      id: field,
      label,
      ...(required ? { detail: 'needed' } : {}),
    })),
  ];
  if (props.headings.length === 0) return null;
  return (
    <Table
      caption={props.caption}
      head={
        <>
          <Th width="28%">Heading in the file</Th>
          <Th width="30%">Means</Th>
          <Th>Values</Th>
        </>
      }
    >
      {props.headings.map(({ heading, field, samples }) => (
        <tr key={heading}>
          <Td>{heading === '' ? <span className="soft">no heading</span> : heading}</Td>
          <Td>
            <Select
              label={`What ${heading} means`}
              hideLabel
              size="small"
              options={options}
              value={field === '' ? LEFT_OUT : field}
              onChange={(chosen) => {
                mapColumn(heading, chosen === LEFT_OUT ? '' : chosen);
              }}
            />
          </Td>
          <Td soft>
            <span className="data-cell">
              {samples.filter((sample) => sample !== '').join(' · ')}
            </span>
          </Td>
        </tr>
      ))}
    </Table>
  );
}
