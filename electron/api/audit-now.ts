/** Findings of the plan's audit as they stand now: reasons and waivers recorded since it was made are taken into account. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { AuditReport, Violation } from '../../shared/model/plan.ts';
import { overLimitPage } from './over-limit.ts';

const OF_GUIDE: ReadonlySet<string> = new Set(['over_guide', 'over_guide_home']);
const OF_CLINICAL: ReadonlySet<string> = new Set([
  'over_clinical_limit',
  'over_clinical_limit_home',
]);

/** Notices over the guide with a reason on record are gone; a clinical limit that is waived meanwhile is a notice. */
export function auditNow(store: Store, audit: AuditReport, on: IsoDate): AuditReport {
  const isOpen = ({ code }: Violation): boolean => OF_GUIDE.has(code) || OF_CLINICAL.has(code);
  if (!audit.violations.some(isOpen)) return audit;
  const covered = new Set(
    overLimitPage(store, on).rows.flatMap(({ client_id, covered_by }) =>
      covered_by === '' ? [] : [client_id],
    ),
  );
  if (covered.size === 0) return audit;
  const violations = audit.violations.flatMap((each): readonly Violation[] => {
    if (!isOpen(each) || each.client_id === null || !covered.has(each.client_id)) return [each];
    if (OF_CLINICAL.has(each.code))
      return [{ ...each, severity: 'notice', text: `${each.text} A waiver is recorded.` }];
    return each.severity === 'notice' ? [] : [each];
  });
  return {
    ...audit,
    violations,
    passed: violations.every(({ severity }) => severity === 'notice'),
  };
}
