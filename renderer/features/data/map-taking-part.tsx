import { FilePlus, Play } from 'lucide-react';
import { useRef, useState } from 'react';
import { useChannel } from '../../state/channel.ts';
import { cancelJob, useJob } from '../../state/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, NoticeBar, Progress, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { leftOutBy } from '../../../shared/geo/coverage.ts';
import { formatCount } from '../../../shared/format/number.ts';
import {
  forgetMapFile,
  giveBoundary,
  startRoads,
  useMapTaking,
  type CutKind,
} from './map-taking.ts';
import { megabytes, missingWords, roadsReport } from './roads-words.ts';

/** What becomes of the file given: its cut, its progress, its report or what is wrong with it. */
export function MapTakingPart(props: { readonly hasBoundaries: boolean }) {
  const { step, file, failure, roads, map } = useMapTaking();
  if (step === 'none' && failure === null) return null;
  return (
    <section className="data-map-taking" aria-label="The file given">
      {failure === null ? null : <FailureNotice failure={failure} />}
      {step === 'asking' && file !== null && /\.pbf$/iu.test(file.name) ? (
        <AskCut key={file.name} file={file} hasBoundaries={props.hasBoundaries} />
      ) : null}
      {step === 'sending' ? <Spinner label={`Reading ${file?.name ?? 'the file'}`} /> : null}
      {step === 'running' ? <Running /> : null}
      {step === 'cancelled' ? (
        <NoticeBar tone="info" title="Cancelled. Roads and map are as they were." />
      ) : null}
      {roads === null ? null : <Report />}
      {map === null ? null : <ArchiveTaken />}
    </section>
  );
}

/** Miles kept around the county where no other is typed: children go to school across the border [A]. */
const MARGIN = '3';

const CUTS: readonly { readonly id: CutKind; readonly label: string }[] = [
  { id: 'county', label: 'The county’s own districts' },
  { id: 'boundary', label: 'A boundary file (.geojson)' },
  { id: 'all', label: 'All of the extract' },
];

function AskCut(props: { readonly file: File; readonly hasBoundaries: boolean }) {
  const { file, hasBoundaries } = props;
  const boundary = useMapTaking((state) => state.boundary);
  const [chosen, setChosen] = useState<CutKind | null>(null);
  const [miles, setMiles] = useState(MARGIN);
  const cut = chosen ?? (hasBoundaries ? 'county' : 'all');
  const margin = miles.trim() === '' ? Number.NaN : Number(miles);
  const bad = !(margin >= 0 && margin <= 60);
  const why =
    cut === 'boundary' && boundary === null
      ? 'choose the boundary file first.'
      : cut !== 'all' && bad
        ? 'give a margin from 0 to 60 miles.'
        : null;
  return (
    <form
      className="data-map-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (why === null) void startRoads(cut, bad ? 0 : margin);
      }}
    >
      <p>
        <strong>{file.name}</strong> <span className="soft">{megabytes(file.size)}</span>
      </p>
      <div className="data-map-fields">
        <Select
          label="Keep"
          options={hasBoundaries ? CUTS : CUTS.filter(({ id }) => id !== 'county')}
          value={cut}
          onChange={setChosen}
        />
        {cut === 'all' ? null : (
          <TextField
            label="And so many miles around"
            inputMode="decimal"
            value={miles}
            onChange={setMiles}
            error={bad ? 'From 0 to 60 miles' : null}
          />
        )}
        {cut === 'boundary' ? <ChooseBoundary name={boundary?.name ?? null} /> : null}
      </div>
      <p className="soft">
        {cut === 'all'
          ? 'Keep all only where the extract is of one county: a whole country takes long and much memory.'
          : 'Schools across the border are reached too where the margin holds them.'}
      </p>
      <div className="data-actions">
        <Button variant="primary" icon={Play} type="submit" disabledReason={why}>
          Import roads and map
        </Button>
        <Button variant="quiet" onPress={forgetMapFile}>
          Put it away
        </Button>
      </div>
    </form>
  );
}

function ChooseBoundary({ name }: { readonly name: string | null }) {
  const input = useRef<HTMLInputElement | null>(null);
  return (
    <span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".geojson,.json"
        aria-label="Boundary file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) giveBoundary(file);
        }}
      />
      <Button icon={FilePlus} onPress={() => input.current?.click()}>
        {name ?? 'Choose the boundary'}
      </Button>
    </span>
  );
}

function Running() {
  const jobId = useMapTaking((state) => state.jobId);
  const job = useJob(jobId);
  if (job === null) return null;
  return (
    <div className="data-wait">
      <p aria-live="polite">
        {job.label}: {job.stage.toLowerCase()}
      </p>
      <Progress label={job.label} value={job.progress} />
      <div>
        <Button size="small" onPress={() => void cancelJob(job.id)}>
          Cancel
        </Button>
      </div>
      <p className="soft">The network and the map in use stay until the new ones are whole.</p>
    </div>
  );
}

function Report() {
  const roads = useMapTaking((state) => state.roads);
  if (roads === null) return null;
  const { lines, leftOut, missing } = roadsReport(roads);
  return (
    <section className="data-map-report" aria-label="Report of the import">
      <NoticeBar
        tone="good"
        title="Roads and map are in use. Plans made before are of the distances before: plan again."
      />
      {missing === null ? null : <NoticeBar tone="warning" title={missing} />}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {leftOut.length === 0 ? null : (
        <Table
          caption="Ways that are not driven, or only in part"
          showCaption
          head={
            <>
              <Th>What</Th>
              <Th align="end">Ways</Th>
              <Th>Among them</Th>
            </>
          }
        >
          {leftOut.map(({ why, ways, names }) => (
            <tr key={why}>
              <Td>{why}</Td>
              <Td align="end">{formatCount(ways)}</Td>
              <Td soft>{names === '' ? 'none has a name' : names}</Td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function ArchiveTaken() {
  const map = useMapTaking((state) => state.map);
  const districts = useChannel('map/data', {}).data?.districts ?? [];
  if (map === null) return null;
  const missing = missingWords(leftOutBy(map.bounds, districts));
  return (
    <>
      <NoticeBar
        tone="good"
        title={`${map.name === '' ? 'The map' : map.name} is drawn under everything.`}
      />
      {missing === null ? null : <NoticeBar tone="warning" title={missing} />}
    </>
  );
}
