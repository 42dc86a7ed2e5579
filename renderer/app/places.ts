import {
  ChartColumn,
  Database,
  Map,
  Route,
  Sunrise,
  Truck,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { PlaceName } from '../state/place.ts';

/** The seven places of the rail, in the order of Ctrl 1 to 7. */
export const PLACE_LIST: readonly {
  readonly name: PlaceName;
  readonly label: string;
  readonly icon: LucideIcon;
}[] = [
  { name: 'today', label: 'Today', icon: Sunrise },
  { name: 'applications', label: 'Applications', icon: Users },
  { name: 'map', label: 'Map', icon: Map },
  { name: 'routes', label: 'Routes', icon: Route },
  { name: 'providers', label: 'Providers', icon: Truck },
  { name: 'costs', label: 'Costs', icon: ChartColumn },
  { name: 'data', label: 'Data', icon: Database },
];
