// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { SourcesSection } from '../../entrypoints/options/sources-section.tsx';
import type { SettingsReply } from '../../lib/messages/index.ts';
import { replies } from '../fixtures/settings.ts';

afterEach(cleanup);

const probe = vi.fn();

function show(reply: SettingsReply) {
  const onSave = vi.fn();
  render(<SourcesSection reply={reply} probe={probe} onSave={onSave} />);
  return onSave;
}

describe('where requests are tried', () => {
  it('is no choice without a node of one’s own', () => {
    show(replies.own);
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText(/With a node of your own/)).toBeTruthy();
  });

  it('is off until it is chosen', () => {
    const onSave = show(replies.nodes);
    expect(screen.queryByRole('combobox')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Try each request on my own node first' }));
    expect(onSave).toHaveBeenCalledWith({ ...replies.nodes.settings, simulate: true });
  });

  it('lets nodes of another chain be set once it is on, since a request there is held without', () => {
    const { settings } = replies.nodes;
    const onSave = show({ ...replies.nodes, settings: { ...settings, simulate: true } });
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '8453' } });
    expect(screen.getByRole('heading', { name: 'Base' })).toBeTruthy();
    const [, field] = screen.getAllByLabelText('Add a node');
    if (field === undefined) throw new Error('no field for the new chain');
    fireEvent.change(field, { target: { value: 'https://base.example' } });
    const [, add] = screen.getAllByRole('button', { name: 'Add' });
    if (add === undefined) throw new Error('no button for the new chain');
    fireEvent.click(add);
    expect(onSave).toHaveBeenCalledWith({
      ...settings,
      simulate: true,
      nodes: { ...settings.nodes, '8453': ['https://base.example'] },
    });
  });
});
