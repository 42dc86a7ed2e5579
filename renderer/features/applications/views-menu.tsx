import { Bookmark, BookmarkPlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SavedView } from '../../../shared/api/views/applications.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { tidy, type Filter, type ListQuery } from './list-query.ts';

function sameQuery(view: SavedView, query: ListQuery): boolean {
  return (
    JSON.stringify(tidy(view.filter as Filter)) === JSON.stringify(tidy(query.filter)) &&
    view.sort === query.sort &&
    view.descending === query.descending
  );
}

/** Search, filters and order under a name, kept in the store. */
export function ViewsMenu(props: {
  readonly query: ListQuery;
  readonly onQuery: (query: ListQuery) => void;
}) {
  const { data, refetch } = useChannel('views/list', {});
  const [naming, setNaming] = useState(false);
  const views = data ?? [];
  const current = views.find((view) => sameQuery(view, props.query));
  const remove = async (view: SavedView): Promise<void> => {
    const answer = await call('views/delete', { id: view.id });
    if (!answer.ok) notifyFailure(answer.error);
    else notify({ tone: 'good', text: `The view “${view.name}” is deleted.` });
    refetch();
  };
  return (
    <>
      <MenuButton
        label={current?.name ?? 'Views'}
        icon={Bookmark}
        isActive={current !== undefined}
        lines={[
          ...views.map((view) => ({
            id: `view-${view.id}`,
            label: view.name,
            icon: Bookmark,
            run: () => {
              props.onQuery({
                filter: view.filter as Filter,
                sort: view.sort,
                descending: view.descending,
              });
            },
          })),
          ...(current === undefined
            ? [
                {
                  id: 'save',
                  label: 'Save this view',
                  detail: 'Search, filters and order under a name',
                  icon: BookmarkPlus,
                  run: () => {
                    setNaming(true);
                  },
                },
              ]
            : [
                {
                  id: 'delete',
                  label: `Delete “${current.name}”`,
                  icon: Trash2,
                  run: () => void remove(current),
                },
              ]),
        ]}
      />
      <NameDialog
        key={String(naming)}
        isOpen={naming}
        query={props.query}
        onClose={() => {
          setNaming(false);
          refetch();
        }}
      />
    </>
  );
}

function NameDialog(props: {
  readonly isOpen: boolean;
  readonly query: ListQuery;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const save = async (): Promise<void> => {
    const answer = await call('views/save', { name: name.trim(), ...props.query });
    if (answer.ok) props.onClose();
    else notifyFailure(answer.error);
  };
  return (
    <Dialog title="Save this view" isOpen={props.isOpen} onClose={props.onClose} width={400}>
      <form
        className="apps-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void save();
        }}
      >
        <TextField label="Name" value={name} onChange={setName} takesFocus />
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            disabledReason={name.trim() === '' ? 'Give the view a name first.' : null}
          >
            Save view
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
