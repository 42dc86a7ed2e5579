import { Gavel } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatQuantity } from '../../../shared/format/number.ts';
import { useCommands } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';
import { PutOutDialog } from './put-out-dialog.tsx';

/** Routes that one tender may hold. */
const MOST = 400;

/** Puts the routes given out to tender, or says why not. */
export function PutOutButton(props: {
  readonly refs: readonly string[];
  readonly isOneRoute?: boolean;
  readonly onDone?: () => void;
}) {
  const { refs } = props;
  const [open, setOpen] = useState(false);
  const reason = refs.length === 0 ? 'Mark the routes first: the box before each.' : refs.length > MOST ? `Mark ${MOST} routes at most.` : null; // prettier-ignore
  useCommands(
    'put-out',
    useMemo(
      () => [
        {
          id: 'put-out',
          label: props.isOneRoute === true ? 'Put this route out to tender' : 'Put the marked routes out to tender', // prettier-ignore
          keywords: 'lot bid mini-competition procurement',
          isEnabled: () => reason ?? true,
          run: () => {
            setOpen(true);
          },
        },
      ],
      [reason, props.isOneRoute],
    ),
  );
  return (
    <>
      <Button
        size="small"
        icon={Gavel}
        disabledReason={reason}
        onPress={() => {
          setOpen(true);
        }}
      >
        {props.isOneRoute === true || refs.length === 0
          ? 'Put out to tender…'
          : `Put ${formatQuantity(refs.length, 'route')} out to tender…`}{' '}
        {/* prettier-ignore */}
      </Button>
      {open ? (
        <PutOutDialog
          refs={refs}
          onClose={() => {
            setOpen(false);
            props.onDone?.();
          }}
        />
      ) : null}
    </>
  );
}
