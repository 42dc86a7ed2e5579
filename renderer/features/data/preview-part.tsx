import type { ImportPreview } from '../../../shared/model/import.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { momentOf } from '../../../shared/service/lots/moment.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { resetImport, setCame, setImportKind, startImport, useImport } from './import-state.ts';
import { KIND_LIST } from './kind-words.ts';
import { MappingTable } from './mapping-table.tsx';

/** Files named one by one up to here, then counted. */
const NAMED = 3;

/** What was understood of the files, to be corrected before anything is taken in. */
export function PreviewPart() {
  const { preview, files, kind, failure, step, came } = useImport();
  const isUndated = kind === 'bids' && momentOf(came.day, came.time) === null;
  const names = files.slice(0, NAMED).map(({ name }) => name.split('/').at(-1));
  const more = files.length - names.length;
  return (
    <div className="data-preview">
      <div className="data-preview-head">
        <div>
          <h2>
            {names.join(', ') + (more > 0 ? ` and ${formatQuantity(more, 'more file')}` : '')}
          </h2>
          <p className="soft">{preview?.understood ?? (step === 'reading' ? 'Reading' : '')}</p>
        </div>
        <Select
          label="Kind of data"
          options={KIND_LIST.map((one) => ({ id: one.kind, label: one.label }))}
          value={kind}
          placeholder="Choose the kind"
          onChange={setImportKind}
        />
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {preview === null ? null : <Understood preview={preview} />}
      {kind === 'bids' && preview !== null ? <Came came={came} /> : null}
      {step === 'reading' && preview === null ? <Spinner label="Reading the files" /> : null}
      <div className="data-actions">
        <Button onPress={resetImport}>Cancel</Button>
        <Button
          variant="primary"
          onPress={() => void startImport()}
          disabledReason={
            step === 'reading'
              ? 'The files are being read.'
              : (whyNot(preview) ??
                (isUndated ? 'Give the day and time at which the bids came.' : null))
          }
        >
          {preview === null ? 'Import' : `Import ${rowsOf(preview)}`}
        </Button>
      </div>
    </div>
  );
}

/** When bids came decides whether they are in time: it is asked, never guessed. */
function Came({ came }: { readonly came: { readonly day: string; readonly time: string } }) {
  return (
    <div className="case-form-fields">
      <DateField
        label="Bids received on"
        value={came.day}
        onChange={(day) => {
          setCame({ ...came, day });
        }}
      />
      <TextField
        label="At"
        value={came.time}
        onChange={(time) => {
          setCame({ ...came, time });
        }}
        description="Time of day, such as 11:30. After the closing time they are held as late."
        isRequired
      />
    </div>
  );
}

function rowsOf(preview: ImportPreview): string {
  const rows = formatQuantity(preview.rows, 'row');
  return preview.rows_estimated === true ? `about ${rows}` : rows;
}

function whyNot(preview: ImportPreview | null): string | null {
  if (preview === null) return 'These files are not understood yet.';
  if (preview.missing.length > 0)
    return `Say first which column holds: ${preview.missing.join(', ')}.`;
  if (preview.rows === 0) return 'There is no usable row in these files.';
  return null;
}

function Understood(props: { readonly preview: ImportPreview }) {
  const { preview } = props;
  return (
    <>
      <div className="data-understood">
        <strong>{rowsOf(preview)}</strong>
        {preview.remembered ? (
          <span className="soft">Columns as they were mapped last time for files like this.</span>
        ) : null}
      </div>
      {preview.rows === 0 ? (
        <NoticeBar tone="warning" title="There is no usable row in these files">
          Choose a file that has at least one row below its headings. Nothing was taken in.
        </NoticeBar>
      ) : null}
      {preview.missing.length > 0 ? (
        <NoticeBar tone="warning" title={`Not found: ${preview.missing.join(', ')}`}>
          Choose below which columns hold them.
        </NoticeBar>
      ) : null}
      <MappingTable preview={preview} />
      {preview.sample.length === 0 ? null : (
        <details className="data-details">
          <summary>First rows as read</summary>
          <Table
            caption="First rows as read"
            head={preview.headings.map(({ heading }) => (
              <Th key={heading}>{heading}</Th>
            ))}
          >
            {preview.sample.map((row) => (
              <tr key={row.join('\u0000')}>
                {preview.headings.map(({ heading }, column) => (
                  <Td key={heading}>
                    <span className="data-cell">{row[column] ?? ''}</span>
                  </Td>
                ))}
              </tr>
            ))}
          </Table>
        </details>
      )}
    </>
  );
}
