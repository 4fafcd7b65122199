import './dialog.css';
import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useLanguage } from '../words/language.tsx';

interface ConfirmProps {
  /** On the button that opens it, and on the one that does it. */
  readonly action: string;
  readonly title: string;
  /** What will happen; only asked for once somebody looks. */
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
  readonly act: () => void;
}

/** Does something that is not easily undone, once somebody has read what it does. */
export function Confirm({ action, title, children, isDisabled = false, act }: ConfirmProps) {
  const { words } = useLanguage();
  return (
    <DialogTrigger>
      <Button className="button">{action}</Button>
      <ModalOverlay className="dialog-cover" isDismissable>
        <Modal className="dialog-box">
          <Dialog className="dialog" role="alertdialog">
            {({ close }) => (
              <>
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                {children}
                <div className="dialog-buttons">
                  <Button className="button" autoFocus onPress={close}>
                    {words.confirm.leave}
                  </Button>
                  <button
                    type="button"
                    className="button"
                    data-kind="danger"
                    disabled={isDisabled}
                    onClick={() => {
                      close();
                      act();
                    }}
                  >
                    {action}
                  </button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
