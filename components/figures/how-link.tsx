import { Button } from '../base/button.tsx';

type Props = {
  readonly of: string;
  readonly open: boolean;
  readonly panel: string;
  readonly onToggle: () => void;
};

/** Opens how one figure was computed, in the window itself. */
export function HowLink({ of, open, panel, onToggle }: Props) {
  return (
    <Button
      look="link"
      aria-expanded={open}
      aria-controls={open ? panel : undefined}
      aria-label={`How: ${of}`}
      onClick={onToggle}
    >
      How
    </Button>
  );
}
