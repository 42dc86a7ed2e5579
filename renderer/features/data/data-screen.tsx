import { useChannel } from '../../state/channel.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CalendarsPart } from '../calendars/calendars-part.tsx';
import { HistoryScreen } from '../history/history-part.tsx';
import { BackupsPart } from './backups-part.tsx';
import { HeldPart } from './held-part.tsx';
import { ImportPart } from './import-part.tsx';
import { MapPart } from './map-part.tsx';
import { LoadedPart } from './loaded-part.tsx';
import { ReportsPart } from './reports-part.tsx';
import { SettingsPart } from './settings-part.tsx';
import './data.css';

const TABS = [
  'loaded',
  'import',
  'reports',
  'held',
  'calendars',
  'map',
  'backups',
  'settings',
  'history',
] as const;
type TabName = (typeof TABS)[number];

const LABELS: Readonly<Record<TabName, string>> = {
  loaded: 'What is loaded',
  import: 'Import',
  reports: 'Past imports',
  held: 'Held',
  calendars: 'Calendars',
  map: 'Map',
  backups: 'Back-ups',
  settings: 'Settings',
  history: 'History',
};

/** What is loaded and from where, the way to load more, and what must be decided. */
export function DataScreen() {
  const path = usePlace((place) => place.path);
  const { data, error, refetch } = useChannel('data/overview', {});
  const tab = TABS.find((name) => name === path[0]) ?? 'loaded';
  return (
    <div className="data">
      <h1>Data</h1>
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      <Tabs
        label="Parts of the data"
        selected={tab}
        onSelect={(id) => {
          go(hrefOf('data', id === 'loaded' ? [] : [id]));
        }}
        tabs={TABS.map((id) => ({
          id,
          label: LABELS[id],
          ...(id === 'held' && data !== null ? { count: formatCount(data.held.length) } : {}),
        }))}
      >
        <div className="data-part">
          {tab === 'import' ? <ImportPart /> : null}
          {tab === 'calendars' ? <CalendarsPart /> : null}
          {tab === 'map' ? <MapPart /> : null}
          {tab === 'settings' ? <SettingsPart /> : null}
          {tab === 'history' ? <HistoryScreen /> : null}
          {data === null &&
          (tab === 'loaded' || tab === 'reports' || tab === 'held' || tab === 'backups') ? (
            error === null ? (
              <Spinner label="Reading the store" />
            ) : null
          ) : null}
          {data !== null && tab === 'loaded' ? <LoadedPart overview={data} /> : null}
          {data !== null && tab === 'reports' ? (
            <ReportsPart overview={data} openId={Number(path[1])} />
          ) : null}
          {data !== null && tab === 'held' ? <HeldPart rows={data.held} /> : null}
          {data !== null && tab === 'backups' ? <BackupsPart backups={data.backups} /> : null}
        </div>
      </Tabs>
    </div>
  );
}
