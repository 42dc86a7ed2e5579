import { ImageDown, Printer } from 'lucide-react';
import { useState } from 'react';
import type { Paper } from '../../map/export-png.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';

/** How a sheet of the map is wanted. */
export interface SheetWish {
  readonly paper: Paper;
  readonly outside: boolean;
  readonly as: 'png' | 'pdf';
}

/** Asks for paper and reader before the map leaves the screen. */
export function PictureDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onMake: (wish: SheetWish) => Promise<void>;
}) {
  const [paper, setPaper] = useState<Paper>('a4');
  const [reader, setReader] = useState<'inside' | 'outside'>('inside');
  const [busy, setBusy] = useState<SheetWish['as'] | null>(null);
  const make = async (as: SheetWish['as']): Promise<void> => {
    setBusy(as);
    await props.onMake({ paper, outside: reader === 'outside', as });
    setBusy(null);
    props.onClose();
  };
  return (
    <Dialog
      title="Picture of the map"
      isOpen={props.isOpen}
      onClose={props.onClose}
      width={480}
      foot={
        <>
          <Button icon={Printer} isPending={busy === 'pdf'} onPress={() => void make('pdf')}>
            Print as .pdf
          </Button>
          <Button
            variant="primary"
            icon={ImageDown}
            isPending={busy === 'png'}
            onPress={() => void make('png')}
          >
            Save as .png
          </Button>
        </>
      }
    >
      <div className="map-plan-form">
        <Select
          label="Paper"
          options={[
            { id: 'a4', label: 'A4 landscape' },
            { id: 'a3', label: 'A3 landscape' },
          ]}
          value={paper}
          onChange={setPaper}
        />
        <Select
          label="For"
          options={[
            {
              id: 'inside',
              label: 'The team',
              detail: 'As on the screen: homes one by one, and their lines',
            },
            {
              id: 'outside',
              label: 'Readers outside the council',
              detail: 'No single home, no route’s line, no count of 1 to 4',
            },
          ]}
          value={reader}
          onChange={setReader}
        />
        <p className="soft">
          What is in sight on the map, on light paper at 300 dots an inch, with title, legend, scale
          and source.
        </p>
      </div>
    </Dialog>
  );
}
