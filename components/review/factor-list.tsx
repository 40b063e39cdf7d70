import type { FactorRow as Factor } from '../../lib/explain/index.ts';
import css from './factor-row.module.css';
import { FactorRow } from './factor-row.tsx';

/** Every factor, each at its own level: the verdict is only their headline. */
export function FactorList({ factors }: { factors: readonly Factor[] }) {
  return (
    <ul className={css.list}>
      {factors.map((factor) => (
        <FactorRow key={factor.id} factor={factor} />
      ))}
    </ul>
  );
}
