import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { select, useSelection, type Selected } from '../state/selection.ts';
import { usePlace } from '../state/place.ts';
import { IconButton } from '../ui/button.tsx';
import { ClientInspector } from '../features/applications/client-inspector.tsx';
import { CatchBugs } from './catch-bugs.tsx';

const RouteInspector = lazy(async () => ({
  default: (await import('../features/routes/route-inspector.tsx')).RouteInspector,
}));
const SchoolInspector = lazy(async () => ({
  default: (await import('../features/map/school-inspector.tsx')).SchoolInspector,
}));

const NAMES: Readonly<Record<Selected['kind'], string>> = {
  client: 'Selected child',
  route: 'Selected route',
  school: 'Selected school',
};

/** Places whose subject is a list or the map; the others need the width. */
const WITH_INSPECTOR = new Set(['applications', 'map', 'routes', 'costs']);

/** What is known of the one thing chosen, beside the subject; below 1,100 px a sheet over its edge. */
export function Inspector() {
  const selected = useSelection((state) => state.selected);
  const place = usePlace();
  const alone = place.name === 'applications' && place.path[0] === 'case';
  if (selected === null || alone || !WITH_INSPECTOR.has(place.name)) return null;
  return (
    <aside className="app-inspector" aria-label={NAMES[selected.kind]}>
      <div className="app-inspector-head">
        <h2>{NAMES[selected.kind]}</h2>
        <IconButton
          label="Close"
          icon={X}
          shortcut="Esc"
          onPress={() => {
            select(null);
          }}
        />
      </div>
      <CatchBugs key={`${selected.kind} ${selected.id}`}>
        <Suspense fallback={<div className="app-loading" aria-busy="true" />}>
          <Content selected={selected} />
        </Suspense>
      </CatchBugs>
    </aside>
  );
}

function Content(props: { readonly selected: Selected }) {
  const { kind, id } = props.selected;
  if (kind === 'client') return <ClientInspector clientId={id} />;
  if (kind === 'route') return <RouteInspector routeId={id} />;
  return <SchoolInspector urn={id} />;
}
