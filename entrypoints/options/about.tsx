import css from './options.module.css';

/** What this is, what it is not, and which version. */
export function About({ version }: { version: string }) {
  return (
    <div className={css.about}>
      <p>
        Slashlight holds a restaking deposit before your wallet sees it. It reads from the chain who could
        slash that money, how suddenly, and how fast you could leave. It compares that with your limits.
      </p>
      <p>
        It is not a scam blocker, not a wallet and not advice. A deposit within your limits can still lose
        money.
      </p>
      <h2>What leaves this computer</h2>
      <p>Contract reads, sent to the nodes under Sources. Nothing else, and nothing to us.</p>
      <h2>Version</h2>
      <p>{version}</p>
    </div>
  );
}
