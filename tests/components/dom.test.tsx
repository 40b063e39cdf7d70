// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { SiteList } from '../../components/settings/site-list.tsx';
import { CheckList } from '../../components/status/check-list.tsx';
import { SiteStatus } from '../../components/status/site-status.tsx';
import { TypeToOverride } from '../../components/review/type-to-override.tsx';
import { FactorList } from '../../components/review/factor-list.tsx';
import { ReasonList } from '../../components/review/reason-list.tsx';
import { ServiceList } from '../../components/review/service-list.tsx';
import { Host } from '../../components/text/host.tsx';
import { SentenceText } from '../../components/text/sentence.tsx';
import { App as OptionsApp } from '../../entrypoints/options/App.tsx';
import type { Settings } from '../../lib/messages/index.ts';
import { over, overEarly, within } from '../fixtures/explanations.ts';
import { MADE, say, slashing } from '../fixtures/parts.ts';
import { patterns, replies } from '../fixtures/settings.ts';

afterEach(cleanup);

const type = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

/** The field that takes the figure, and what it let through. */
function override(text = '12.4', what: 'figure' | 'word' = 'figure') {
  const pass = vi.fn();
  render(<TypeToOverride text={text} what={what} onPass={pass} />);
  return pass;
}

describe('typing to go past a limit', () => {
  it.each(['12.4', ' 12.4 ', '12,4', '12.4%', '12.4 %'])('takes %j', (typed) => {
    const pass = override();
    type(typed);
    press('Continue');
    expect(pass).toHaveBeenCalledOnce();
    expect(pass.mock.calls[0]?.[1]).toBe('12.4');
  });

  it.each(['12', '1.24', '124', '12.40', 'yes', '100'])('refuses %j and says why', (typed) => {
    const pass = override();
    type(typed);
    press('Continue');
    expect(pass).not.toHaveBeenCalled();
    expect(screen.getByText('That is not the figure of this deposit. Type 12.4.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('says that nothing is typed yet', () => {
    override();
    press('Continue');
    expect(screen.getByText('Nothing is typed yet. Type 12.4.')).toBeTruthy();
  });

  it('takes the word in any letter case and no other', () => {
    const pass = override('Not checked', 'word');
    type('not checked');
    press('Continue');
    expect(pass).toHaveBeenCalledOnce();
  });

  it('takes a large figure with and without commas between thousands', () => {
    const pass = override('1,234.5');
    type('1234.5');
    press('Continue');
    expect(pass).toHaveBeenCalledOnce();
  });

  it('never answers on Enter: a right figure only leads on to the button', () => {
    const pass = override();
    type('12.4');
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' });
    expect(pass).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Continue' }));
  });
});

describe('what comes from outside', () => {
  it('keeps a host whole, in its own direction', () => {
    const host = 'https://xn--pple-43d.example';
    const { container } = render(<Host host={host} />);
    const isolated = container.querySelector('bdi');
    expect(isolated?.getAttribute('dir')).toBe('ltr');
    expect(isolated?.textContent).toBe(host);
  });

  it('shows markup in a sentence as text', () => {
    const { container } = render(<SentenceText parts={say('<img src=x onerror=alert(1)>')} />);
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('shows a figure that is no number as not known', () => {
    const { container } = render(<SentenceText parts={[{ kind: 'share', wad: 'twelve', round: 'up' }]} />);
    expect(container.textContent).toBe('not known');
  });

  it('explains a word of the field in one line, where it stands', () => {
    render(<SentenceText parts={say('Lost to ', slashing)} />);
    press('slashing');
    expect(screen.getByText(/penalty/)).toBeTruthy();
  });

  it('copies the whole address, whatever is shown of it', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    render(<SentenceText parts={[{ kind: 'address', address: MADE.token, label: null }]} />);
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: /^Copy address/ }));
      await Promise.resolve();
    });
    expect(writeText).toHaveBeenCalledWith(MADE.token);
    expect(screen.getByText('Copied')).toBeTruthy();
  });

  it('gives at most three reasons', () => {
    render(<ReasonList reasons={[...over.reasons, say('A fourth.')]} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('shows the span of a service that is not known exactly', () => {
    render(<ServiceList services={within.services} />);
    expect(screen.getByText('1% to 9.2%')).toBeTruthy();
  });
});

describe('the popup', () => {
  it('says "Not checked" for a check without a level', () => {
    render(
      <CheckList
        now={0}
        checks={[
          {
            at: 0,
            site: 'https://a.example',
            titles: [],
            level: null,
            word: 'Not checked',
            outcome: 'lapsed',
          },
        ]}
      />,
    );
    expect(screen.getByText('Not checked')).toBeTruthy();
    expect(screen.getByText(/No answer in time/)).toBeTruthy();
  });

  it('offers the one thing that can be done in each state', () => {
    const on = { onSwitch: vi.fn(), onAccess: vi.fn(), onReload: vi.fn() };
    const { rerender } = render(<SiteStatus host="a.example" state="no-access" {...on} />);
    press('Protect this site');
    expect(on.onAccess).toHaveBeenCalledWith('a.example');
    rerender(<SiteStatus host="a.example" state="reload" {...on} />);
    press('Reload');
    expect(on.onReload).toHaveBeenCalledOnce();
    rerender(<SiteStatus host="a.example" state="on" {...on} />);
    fireEvent.click(screen.getByRole('switch', { name: 'Slashlight on a.example', checked: true }));
    expect(on.onSwitch).toHaveBeenCalledWith('a.example', false);
  });
});

/** The options page, and what it saved. */
async function stage(reply = replies.own) {
  const saved: Settings[] = [];
  await act(async () => {
    render(
      <OptionsApp
        port={{
          version: '0.0.0',
          load: () => Promise.resolve(reply),
          save: (settings) => {
            saved.push(settings);
            return Promise.resolve(null);
          },
          probe: () => Promise.resolve({ ok: false, detail: '' }),
          deleteData: () => Promise.resolve(),
          sites: () => Promise.resolve(patterns),
          protectEverySite: () => Promise.resolve(false),
        }}
      />,
    );
    await Promise.resolve();
  });
  return saved;
}

const field = (name: string) => screen.getByRole('textbox', { name });

describe('the options', () => {
  it('saves a tighter limit at once', async () => {
    const saved = await stage();
    fireEvent.change(field('Longest time to get out'), { target: { value: '10' } });
    await act(async () => press('Save'));
    expect(saved[0]?.limits.yours.maxExit).toBe('864000');
  });

  it('asks once more before it loosens a limit, and keeps it as it was on "Keep as it was"', async () => {
    const saved = await stage();
    fireEvent.change(field('Longest time to get out'), { target: { value: '90' } });
    press('Save');
    expect(saved).toEqual([]);
    press('Keep as it was');
    expect(field('Longest time to get out')).toHaveProperty('value', '30');
    fireEvent.change(field('Longest time to get out'), { target: { value: '90' } });
    press('Save');
    await act(async () => press('Loosen and save'));
    expect(saved[0]?.limits.yours.maxExit).toBe(String(90 * 86_400));
  });

  it('marks a guess of the person’s own, saves it with the limits, and takes it back', async () => {
    const saved = await stage();
    const guess = field('A service fails within a year');
    expect(guess).toHaveProperty('value', '2');
    fireEvent.change(guess, { target: { value: '3.5' } });
    await act(async () => press('Save'));
    expect(saved[0]?.guesses).toEqual({ pAvs: 0.035, sevLrt: 0.5 });
    press('Reset: A service fails within a year');
    expect(field('A service fails within a year')).toHaveProperty('value', '1');
    press('Save');
    await act(async () => press('Loosen and save'));
    expect(saved[1]?.guesses).toEqual({ sevLrt: 0.5 });
  });

  it('keeps the guesses folded away until they are asked for', async () => {
    await stage();
    expect(field('A service fails within a year').closest('details')).toHaveProperty('open', false);
    expect(screen.getByText('2 yours')).toBeTruthy();
  });

  it('saves nothing while a guess is no chance', async () => {
    const saved = await stage();
    fireEvent.change(field('A service fails within a year'), { target: { value: '101' } });
    press('Save');
    expect(saved).toEqual([]);
    expect(screen.getByText('The most is 100%.')).toBeTruthy();
  });

  it('saves nothing while a field holds no number', async () => {
    const saved = await stage();
    fireEvent.change(field('Longest time to get out'), { target: { value: 'soon' } });
    press('Save');
    expect(saved).toEqual([]);
    expect(screen.getByText('One field holds no number we can use.')).toBeTruthy();
  });

  it('says that a damaged store fell back to the Careful preset, and lets it be saved', async () => {
    const saved = await stage(replies.damaged);
    expect(screen.getByText(/could not be read. The Careful preset is on/)).toBeTruthy();
    await act(async () => press('Save'));
    expect(saved[0]?.limits.preset).toBe('conservative');
  });
});

/** All that is on the page, folded away or not. */
const text = () => document.body.textContent ?? '';
const odds = () => text().slice(text().lastIndexOf('Odds'));

describe('the list of checks', () => {
  it('shows bounds before odds, and odds with the words that they are guesses', () => {
    render(<FactorList factors={within.factors} odds={within.odds} />);
    const places = ['What can be slashed', 'Leaving', 'Code and price', 'Size', 'More figures', 'Odds'];
    const found = places.map((title) => text().indexOf(title));
    expect(found.toSorted((a, b) => a - b)).toEqual(found);
    expect(found).not.toContain(-1);
    expect(text().indexOf('using the default guesses')).toBeGreaterThan(text().indexOf('Odds'));
    expect(text().indexOf('using the default guesses')).toBeLessThan(text().indexOf('Expected loss'));
  });

  it('says that the odds are still being counted, whether or not they have rows yet', () => {
    const withRows = render(<FactorList factors={overEarly.factors} odds={overEarly.odds} />);
    expect(odds()).toContain('The odds are still being counted.');
    expect(odds()).toMatch(/(still being counted.*Not checked.*){2}/);
    expect(odds()).not.toMatch(/0\.9%|2\.4%|Within|Near|Nothing found/);
    withRows.unmount();
    const bounds = overEarly.factors.filter(({ group }) => group !== 'odds');
    render(<FactorList factors={bounds} odds={overEarly.odds} />);
    expect(odds()).toBe('OddsThe odds are still being counted.');
  });

  it('folds away what no limit is held against', () => {
    render(<FactorList factors={within.factors} odds={within.odds} />);
    expect(screen.getByText('Slashable with what is announced').closest('details')).toHaveProperty(
      'open',
      false,
    );
    expect(screen.getByText('Can be slashed today').closest('details')).toBeNull();
  });

  it('opens how a figure came about: formula, inputs with their sources, steps and result', () => {
    render(<FactorList factors={within.factors} odds={within.odds} />);
    press('How: Can be slashed today');
    for (const part of [
      'stake of each operator',
      'getAllocation, block 21,000,000',
      '42 ÷ 1,000 = 4.2%',
      'Result: 4.2%',
    ])
      expect(text()).toContain(part);
  });
});

describe('the list of sites', () => {
  it('gives a switch to single sites only, and keeps those switched off in sight', () => {
    const onSwitch = vi.fn();
    render(
      <SiteList
        domains={[
          { host: 'a.example', under: true },
          { host: 'b.example', under: false },
        ]}
        off={['app.a.example']}
        onSwitch={onSwitch}
      />,
    );
    expect(screen.queryByRole('switch', { name: 'Slashlight on a.example' })).toBeNull();
    expect(screen.getByRole('switch', { name: 'Slashlight on b.example', checked: true })).toBeTruthy();
    fireEvent.click(screen.getByRole('switch', { name: 'Slashlight on app.a.example', checked: false }));
    expect(onSwitch).toHaveBeenCalledWith('app.a.example', true);
  });
});
