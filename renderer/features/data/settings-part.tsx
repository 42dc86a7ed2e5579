import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Setting } from '../../../shared/model/money.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';
import { IconButton } from '../../ui/button.tsx';
import { Badge } from '../../ui/mark.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { leavesOf } from './leaves.ts';
import { SettingDialog } from './setting-dialog.tsx';
import { plainFigure } from './words.ts';

/** Lists and texts that have a screen of their own, where each of their parts is explained and signed. */
const OWN_SCREENS: Readonly<Record<string, { readonly href: string; readonly label: string }>> = {
  cost_adjustments: { href: hrefOf('costs', ['why']), label: 'In Costs' },
  committee_paper: { href: hrefOf('costs', ['paper']), label: 'In Costs' },
};

/** Figures of law, price and planning: each dated, sourced, and the county's to change. */
export function SettingsPart() {
  const { data, error } = useChannel('settings/list', {});
  const today = useSession((session) => session.info?.store?.today ?? '');
  const [chosen, setChosen] = useState<Setting | null>(null);
  if (error !== null) return <FailureNotice failure={error} />;
  if (data === null) return <Spinner label="Reading the settings" />;
  return (
    <>
      <p className="data-lead">
        Every figure that Kerbside reckons with. A change is kept with its date and source; the
        older figure goes on for the days before it.
      </p>
      <Table
        caption="Settings"
        head={
          <>
            <Th width="26%">Figure</Th>
            <Th align="end" width="18%">
              Value and unit
            </Th>
            <Th align="end">From</Th>
            <Th width="36%">Source</Th>
            <Th>Change</Th>
          </>
        }
      >
        {data.map((setting) => (
          <tr key={`${setting.key} ${setting.from_on}`}>
            <Td>
              {setting.label}
              <When setting={setting} all={data} today={today} />
            </Td>
            <Td align="end">
              <Value setting={setting} />
            </Td>
            <Td align="end">{formatDate(setting.from_on)}</Td>
            <Td soft>{setting.source}</Td>
            <Td>
              {OWN_SCREENS[setting.key] === undefined ? (
                <IconButton
                  label={`Change: ${setting.label}`}
                  icon={Pencil}
                  onPress={() => {
                    setChosen(setting);
                  }}
                />
              ) : (
                <a href={OWN_SCREENS[setting.key]?.href}>{OWN_SCREENS[setting.key]?.label}</a>
              )}
            </Td>
          </tr>
        ))}
      </Table>
      {chosen === null ? null : (
        <SettingDialog
          key={chosen.key}
          setting={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
}

/** Whether a figure comes only later, or was replaced: one in force says nothing. */
function When(props: {
  readonly setting: Setting;
  readonly all: readonly Setting[];
  readonly today: string;
}) {
  const { setting, today } = props;
  if (setting.from_on > today)
    return (
      <div>
        <Badge tone="info">Coming on {formatDate(setting.from_on)}</Badge>
      </div>
    );
  const next = props.all.find(
    ({ key, from_on }) => key === setting.key && from_on > setting.from_on && from_on <= today,
  );
  return next === undefined ? null : (
    <div>
      <Badge>Until {formatDate(next.from_on)}</Badge>
    </div>
  );
}

function Value(props: { readonly setting: Setting }) {
  const { setting } = props;
  const leaves = leavesOf(setting.value);
  const [only] = leaves;
  const text =
    leaves.length === 1 && only !== undefined && only.path.length === 0
      ? only.value?.toLocaleString('en-GB')
      : `${leaves.length} figures`;
  const plain = plainFigure(setting.value, setting.unit);
  return (
    <>
      <strong>{plain === '' ? text : plain}</strong>
      {setting.estimated ? <Estimated why={`An assumption: ${setting.source}`} /> : null}
      <div className="data-unit soft">{plain === '' ? setting.unit : ''}</div>
    </>
  );
}
