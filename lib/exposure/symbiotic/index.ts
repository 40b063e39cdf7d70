import type { KindFindings, StakeReading } from '../findings.ts';
import { firstVault } from './v1-findings.ts';
import { secondVault } from './v2-findings.ts';

/** What stands behind a deposit into a pooled vault; null for a stake of another kind. */
export function poolFindings(reading: StakeReading): KindFindings | null {
  if (reading.record.kind === 'symbiotic-v1') return firstVault(reading);
  return reading.record.kind === 'symbiotic-v2' ? secondVault(reading) : null;
}
