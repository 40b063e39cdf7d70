import type { Sentence } from '../../lib/explain/index.ts';
import { Address } from '../text/address.tsx';
import { SentenceText } from '../text/sentence.tsx';
import css from './deposit-title.module.css';

type Props = {
  readonly title: Sentence;
  readonly contract: string;
  readonly contractName: string;
  readonly receiver: string | null;
  /** One of several deposits: the title heads a section of its own. */
  readonly heading?: boolean;
};

/** What is asked: the deposit, the contract that takes it and who is credited. */
export function DepositTitle({ title, contract, contractName, receiver, heading = false }: Props) {
  const What = heading ? 'h2' : 'p';
  return (
    <div className={heading ? css.inner : css.title}>
      <What className={css.what}>
        <SentenceText parts={title} />
      </What>
      <div className={css.lines}>
        <p className={css.line}>
          To <Address address={contract} label={contractName === '' ? null : contractName} />
        </p>
        {receiver !== null && (
          <p className={css.line}>
            Credited to <Address address={receiver} />
          </p>
        )}
      </div>
    </div>
  );
}
