import { FolderInput, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { FEE_KINDS, isPlacementFees } from '../../../shared/costing/placement-settings.ts';
import { settingAt } from '../../../shared/costing/read-settings.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import type { Setting } from '../../../shared/model/money.ts';
import { FEE_WORDS } from '../../../shared/pressure/placements/fees.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { SettingDialog } from '../data/setting-dialog.tsx';
import { FeeDialog } from './fee-dialog.tsx';
import { FeesOfSchools } from './fees-of-schools.tsx';

/** What placements cost: by type of provision, and of single schools where that is known. Another budget than transport. */
export function FeesScreen() {
  const settings = useChannel('settings/list', {});
  const kept = useChannel('placements/kept', {});
  const [isAdding, setAdding] = useState(false);
  const failure = settings.error ?? kept.error;
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (settings.data === null || kept.data === null) return <Spinner label="Reading the fees" />;
  return (
    <>
      <header className="placement-head">
        <h1>Placement fees</h1>
        <p className="placement-text">
          Paid from the Dedicated Schools Grant (high needs), not from the budget that pays for
          transport. A school’s own fee goes before that of its type, and of its fees the one
          closest to the child’s need and phase. What is not entered is not known: it is never taken
          for nothing.
        </p>
      </header>
      <ByType settings={settings.data} />
      <div className="placement-title">
        <h2>Fees of single schools</h2>
        <div className="placement-tools">
          <Button
            icon={FolderInput}
            onPress={() => {
              go(hrefOf('data', ['import']));
            }}
          >
            Import fees
          </Button>
          <Button
            icon={Plus}
            onPress={() => {
              setAdding(true);
            }}
          >
            Enter a school’s fee
          </Button>
        </div>
      </div>
      <FeesOfSchools fees={kept.data.fees} />
      {isAdding ? (
        <FeeDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </>
  );
}

function ByType({ settings }: { readonly settings: readonly Setting[] }) {
  const today = useSession((session) => session.info?.store?.today ?? '') as IsoDate;
  const [isOpen, setOpen] = useState(false);
  const setting = settingAt(settings, 'placement_fees', today);
  if (setting === null || !isPlacementFees(setting.value)) return null;
  const fees = setting.value;
  return (
    <>
      <div className="placement-title">
        <h2>By type of provision, from {formatDate(setting.from_on)}</h2>
        <Button
          icon={Pencil}
          onPress={() => {
            setOpen(true);
          }}
        >
          Change the fees by type
        </Button>
      </div>
      <p className="placement-text">
        {setting.source}.{setting.estimated ? ' Est.' : ''}
      </p>
      <div className="placement-narrow">
        <Table
          caption="Fees by type of provision"
          head={
            <>
              <Th>Type of provision</Th>
              <Th align="end">£ a year</Th>
            </>
          }
        >
          {FEE_KINDS.map((kind) => {
            const fee = fees[kind];
            return (
              <tr key={kind}>
                <Td>{FEE_WORDS[kind]}</Td>
                <Td align="end">
                  {fee === null ? (
                    <span className="soft">not known</span>
                  ) : (
                    formatPounds(fee).replace('£', '')
                  )}
                </Td>
              </tr>
            );
          })}
        </Table>
      </div>
      {isOpen ? (
        <SettingDialog
          setting={setting}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
