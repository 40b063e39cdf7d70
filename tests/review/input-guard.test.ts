import { describe, expect, it } from 'vitest';

import { createInputGuard, GUARD_MS } from '../../entrypoints/review/input-guard.ts';

const real = { isTrusted: true };

function setting() {
  const world = { now: 0, awake: true };
  const guard = createInputGuard(
    () => world.now,
    () => world.awake,
  );
  return { world, guard };
}

describe('the input guard', () => {
  it('takes nothing before 700 ms and a real event after', () => {
    const { world, guard } = setting();
    world.now = GUARD_MS - 1;
    expect(guard.allows(real)).toBe(false);
    world.now = GUARD_MS;
    expect(guard.allows(real)).toBe(true);
  });

  it('never takes an event that a script made', () => {
    const { world, guard } = setting();
    world.now = 10_000;
    expect(guard.allows({ isTrusted: false })).toBe(false);
  });

  it('starts again at every change', () => {
    const { world, guard } = setting();
    world.now = 5_000;
    guard.restart();
    world.now = 5_000 + GUARD_MS - 1;
    expect(guard.allows(real)).toBe(false);
    world.now += 1;
    expect(guard.allows(real)).toBe(true);
  });

  it('takes nothing while the window is hidden or not in focus', () => {
    const { world, guard } = setting();
    world.now = 10_000;
    world.awake = false;
    expect(guard.allows(real)).toBe(false);
  });

  it('does not count a press that began too early, however late it ends', () => {
    const { world, guard } = setting();
    world.now = 300;
    guard.pressed(false);
    world.now = 5_000;
    expect(guard.allows(real)).toBe(false);
    guard.released();
    guard.pressed(false);
    expect(guard.allows(real)).toBe(true);
  });

  it('does not count the repeats of a key that is held down', () => {
    const { world, guard } = setting();
    world.now = 5_000;
    guard.pressed(true);
    expect(guard.allows(real)).toBe(false);
    guard.released();
    guard.pressed(false);
    expect(guard.allows(real)).toBe(true);
  });

  it('does not count a press under which the screen changed', () => {
    const { world, guard } = setting();
    world.now = 5_000;
    guard.pressed(false);
    guard.restart();
    world.now = 10_000;
    expect(guard.allows(real)).toBe(false);
  });

  it('takes a click that no press came before, as assistive tools make it', () => {
    const { world, guard } = setting();
    world.now = 5_000;
    guard.pressed(false);
    guard.released();
    world.now = 6_000;
    expect(guard.allows(real)).toBe(true);
  });
});
