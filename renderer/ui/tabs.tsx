import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { MenuButton } from './menu.tsx';
import './tabs.css';
import { useFitting } from './use-fitting.ts';

/** Parts of one screen; the children are the chosen part's content. Tabs that the row has no room for stand under More. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: string; readonly count?: string }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly children: ReactNode;
}) {
  const { tabs, selected, onSelect } = props;
  const { ref, shown } = useFitting(
    tabs.map(({ label, count }) => `${label} ${count ?? ''}`),
    tabs.findIndex(({ id }) => id === selected),
  );
  const hidden = tabs.filter((_, at) => !shown.includes(at));
  return (
    <AriaTabs
      className="k-tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key);
        if (tab !== undefined) onSelect(tab.id);
      }}
    >
      <div className="k-tab-row" ref={ref}>
        <TabList className="k-tab-list" aria-label={props.label}>
          {tabs.map((tab, at) => (
            // What is under More stays in the list: of a tab that is not there the list would choose another.
            <Tab
              key={tab.id}
              id={tab.id}
              isDisabled={!shown.includes(at)}
              className={classNames('k-tab', !shown.includes(at) && 'k-tab-under-more')}
              data-fit
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="k-tab-count">{tab.count}</span>}
            </Tab>
          ))}
        </TabList>
        {hidden.length === 0 ? null : (
          <MenuButton
            label="More"
            aria-label={`More of ${props.label.charAt(0).toLowerCase()}${props.label.slice(1)}`}
            variant="quiet"
            lines={hidden.map((tab) => ({
              id: tab.id,
              label: tab.label,
              ...(tab.count === undefined ? {} : { detail: tab.count }),
              run: () => {
                onSelect(tab.id);
              },
            }))}
          />
        )}
      </div>
      <TabPanel key={selected} id={selected} className="k-tab-panel">
        {props.children}
      </TabPanel>
    </AriaTabs>
  );
}
