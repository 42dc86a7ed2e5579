import { create } from 'zustand';
import type { AppInfo } from '../../shared/api/views/app.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Table, Td, Th } from '../ui/table.tsx';

const useAbout = create<{ readonly open: boolean }>(() => ({ open: false }));

/** Shows what Kerbside is and what it is built from. */
export function openAbout(): void {
  useAbout.setState({ open: true });
}

/** What the screens are built from, as the packages themselves name their licences (22 November 2026). */
const PARTS: readonly (readonly [string, string, string])[] = [
  ['React, zustand, TanStack Virtual', 'screens', 'MIT'],
  ['React Aria Components', 'controls', 'Apache 2.0'],
  ['Leaflet', 'map', 'BSD 2-clause'],
  ['react-leaflet', 'map frame', 'Hippocratic 2.1, not an open source licence by OSI'],
  ['Apache ECharts', 'charts', 'Apache 2.0'],
  ['Lucide', 'icons', 'ISC'],
  ['Inter', 'type', 'SIL Open Font 1.1'],
  ['SQLite3 Multiple Ciphers', 'encrypted store', 'MIT'],
  ['Natural Earth', 'built-in coast', 'public domain'],
  ['GeoNames', 'built-in places', 'CC BY 4.0'],
];

/** Version, licences and what Kerbside does not do. */
export function AboutDialog(props: { readonly info: AppInfo }) {
  const { open } = useAbout();
  return (
    <Dialog
      title={`Kerbside ${props.info.version}`}
      isOpen={open}
      width={620}
      onClose={() => {
        useAbout.setState({ open: false });
      }}
    >
      <p>
        Plans the transport of children with special educational needs between home and school.
        Everything stays on this machine: Kerbside makes no request to any network.
      </p>
      <Table
        caption="What it is built from"
        head={
          <>
            <Th>Part</Th>
            <Th>For</Th>
            <Th>Licence</Th>
          </>
        }
      >
        {PARTS.map(([part, use, licence]) => (
          <tr key={part}>
            <Td>{part}</Td>
            <Td soft>{use}</Td>
            <Td>{licence}</Td>
          </tr>
        ))}
      </Table>
    </Dialog>
  );
}
