import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button.tsx';
import './dialog.css';

/** A question in front of everything. Escape and the cross leave it; the foot holds its buttons, the main one last. */
export function Dialog(props: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Pixels; 520 unless told. */
  readonly width?: number;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <ModalOverlay
      className="k-overlay"
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Modal className="k-modal" style={{ width: props.width ?? 520 }}>
        <AriaDialog className="k-dialog">
          <header className="k-dialog-head">
            <Heading slot="title" level={2}>
              {props.title}
            </Heading>
            <IconButton label="Close" icon={X} onPress={props.onClose} />
          </header>
          <div className="k-dialog-body">{props.children}</div>
          {props.foot === undefined ? null : (
            <footer className="k-dialog-foot">{props.foot}</footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
