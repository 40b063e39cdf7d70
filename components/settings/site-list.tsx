import { EmptyState } from '../status/empty-state.tsx';
import { Switch } from '../status/switch.tsx';
import { Host } from '../text/host.tsx';
import css from './settings.module.css';

type Props = {
  /** Where Slashlight may look; `under` means everything under that name too. */
  readonly domains: readonly { readonly host: string; readonly under: boolean }[];
  /** Single sites that the person switched off. */
  readonly off: readonly string[];
  readonly onSwitch: (host: string, on: boolean) => void;
};

/** One row per site. A switch is for one site alone, so a whole domain has none. */
export function SiteList({ domains, off, onSwitch }: Props) {
  const others = off.filter((host) => !domains.some((domain) => domain.host === host && !domain.under));
  const rows = [...domains, ...others.map((host) => ({ host, under: false }))];
  if (rows.length === 0) {
    return <EmptyState title="No single sites">Sites that you switch off stand here.</EmptyState>;
  }
  return (
    <ul className={css.sites}>
      {rows.map(({ host, under }) => (
        <li key={`${host}${String(under)}`} className={css.siteRow}>
          <span className={css.siteHost}>
            <Host host={host} />
            {under && <span className={css.small}>and every site under it</span>}
          </span>
          {under ? (
            <span className={css.always}>On</span>
          ) : (
            <Switch
              on={!off.includes(host)}
              label={`Slashlight on ${host}`}
              onChange={(on) => onSwitch(host, on)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
