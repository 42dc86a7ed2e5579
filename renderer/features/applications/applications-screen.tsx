import { usePlace } from '../../state/place.ts';
import { CaseScreen } from './case-screen.tsx';
import { ListScreen } from './list-screen.tsx';
import './applications.css';

/** The list of clients and their requests, or one client's case. */
export function ApplicationsScreen() {
  const path = usePlace((place) => place.path);
  const id = Number(path[1]);
  return path[0] === 'case' && Number.isInteger(id) && id > 0 ? (
    <CaseScreen key={id} clientId={id} />
  ) : (
    <ListScreen />
  );
}
