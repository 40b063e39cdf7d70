import { Fold } from '../../components/base/fold.tsx';
import { barLines } from '../../components/figures/bar.ts';
import { RiskBar } from '../../components/figures/risk-bar.tsx';
import { RiskTable } from '../../components/figures/risk-table.tsx';
import { FactorList } from '../../components/review/factor-list.tsx';
import { ReasonList } from '../../components/review/reason-list.tsx';
import { ServiceList } from '../../components/review/service-list.tsx';
import { SentenceText } from '../../components/text/sentence.tsx';
import type { Explanation } from '../../lib/explain/index.ts';

import css from './review.module.css';

function Bar({ explanation }: { explanation: Explanation }) {
  const lines = explanation.bar === null ? null : barLines(explanation.bar, explanation.factors);
  if (lines === null) return <p className={css.undrawn}>Too little is known to draw this.</p>;
  return (
    <div className={css.stake}>
      <RiskBar lines={lines} />
      <RiskTable lines={lines} caption="How this stake is split; the parts add up to 100%" />
    </div>
  );
}

function count(total: number, one: string, many: string): string {
  return `${String(total)} ${total === 1 ? one : many}`;
}

/** Everything below the verdict of one deposit: the bar, the reasons, and the folds. */
export function DepositBody({ explanation, under = 1 }: { explanation: Explanation; under?: 1 | 2 }) {
  const { factors, services, exit, reasons, odds } = explanation;
  return (
    <>
      <Bar explanation={explanation} />
      <ReasonList reasons={reasons} under={under} />
      <div className={css.folds}>
        <Fold title="All checks" note={count(factors.length, 'check', 'checks')}>
          <FactorList factors={factors} odds={odds} />
        </Fold>
        <Fold
          title="Services"
          note={services.length === 0 ? 'none found' : `${String(services.length)} can slash`}
        >
          <ServiceList services={services} />
        </Fold>
        <Fold title="Way out">
          <p>{exit.length === 0 ? 'Not known.' : <SentenceText parts={exit} />}</p>
        </Fold>
      </div>
    </>
  );
}
