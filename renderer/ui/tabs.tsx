import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import './tabs.css';

/** Parts of one screen; the children are the chosen part's content. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: string; readonly count?: string }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly children: ReactNode;
}) {
  return (
    <AriaTabs
      className="k-tabs"
      selectedKey={props.selected}
      onSelectionChange={(key) => {
        const tab = props.tabs.find(({ id }) => id === key);
        if (tab !== undefined) props.onSelect(tab.id);
      }}
    >
      <TabList className="k-tab-list" aria-label={props.label}>
        {props.tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="k-tab">
            {tab.label}
            {tab.count === undefined ? null : <span className="k-tab-count">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={props.selected} id={props.selected} className="k-tab-panel">
        {props.children}
      </TabPanel>
    </AriaTabs>
  );
}
