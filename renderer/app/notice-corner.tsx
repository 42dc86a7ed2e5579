import { X } from 'lucide-react';
import { dismiss, useNotices } from '../state/notices.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ToneIcon } from '../ui/mark.tsx';

/** Short words to the person, bottom right, read out as they come. */
export function NoticeCorner() {
  const { list } = useNotices();
  return (
    <output className="app-notices" aria-live="polite">
      {list.map((notice) => (
        <div key={notice.id} className="app-notice">
          <span className={`app-notice-icon k-tone-${notice.tone}`}>
            <ToneIcon tone={notice.tone} />
          </span>
          <div className="app-notice-text">
            <div>{notice.text}</div>
            {notice.detail === undefined ? null : <div className="soft">{notice.detail}</div>}
          </div>
          {notice.action === undefined ? null : (
            <Button
              size="small"
              variant="quiet"
              onPress={() => {
                notice.action?.run();
                dismiss(notice.id);
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <IconButton
            label="Dismiss"
            icon={X}
            onPress={() => {
              dismiss(notice.id);
            }}
          />
        </div>
      ))}
    </output>
  );
}
