import { lazy, Suspense } from 'react';
import { usePlace } from '../../state/place.ts';
import { ApplicationParts } from './application-parts.tsx';
import './applications.css';

// The case page brings the forms and the calendar: not needed for the first screen.
const CaseScreen = lazy(async () => ({ default: (await import('./case-screen.tsx')).CaseScreen }));

/** The list of clients and their requests and what else the summer's work needs, or one client's case. */
export function ApplicationsScreen() {
  const path = usePlace((place) => place.path);
  const id = Number(path[1]);
  return path[0] === 'case' && Number.isInteger(id) && id > 0 ? (
    <Suspense fallback={<div className="app-loading" aria-busy="true" />}>
      <CaseScreen key={id} clientId={id} />
    </Suspense>
  ) : (
    <ApplicationParts name={path[0] ?? ''} />
  );
}
