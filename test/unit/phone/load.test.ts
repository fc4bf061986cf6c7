import { beforeEach, describe, expect, test, vi } from 'vitest';

/** Fresh modules, with a network that fails as often as told. */
async function freshLoader(failures: { core?: number; zone?: number } = {}) {
  vi.resetModules();
  let { core = 0, zone = 0 } = failures;
  const requests: string[] = [];
  vi.doMock('../../../src/phone/library.js', async original => {
    requests.push('library');
    if (core-- > 0) throw new Error('offline');
    return original();
  });
  vi.doMock('../../../src/phone/generated/zone-44.js', async original => {
    requests.push('zone-44');
    if (zone-- > 0) throw new Error('offline');
    return original();
  });
  const { loadPhoneCore } = await import('../../../src/phone/load.js');
  return { loadPhoneCore, requests };
}

describe('loading', () => {
  beforeEach(() => void vi.resetModules());

  test('brings the core and the country’s plans, once', async () => {
    const { loadPhoneCore, requests } = await freshLoader();
    const [one, two] = await Promise.all([loadPhoneCore('GB'), loadPhoneCore('GB'), loadPhoneCore()]);
    expect(one).toBe(two);
    expect(one.hasMetadata('07400 123456', 'GB')).toBe(true);
    expect(one.hasMetadata('+1 212 555 0123', 'GB')).toBe(false);
    expect(requests.sort()).toEqual(['library', 'zone-44']);
  });

  test('works without a country', async () => {
    const { loadPhoneCore } = await freshLoader();
    const core = await loadPhoneCore();
    expect(core.hasMetadata('', undefined)).toBe(true);
    expect(core.readNumber('+44 7400 123456', undefined)).toMatchObject({ e164: undefined, missing: ['44'] });
    await core.loadMetadata('+44 7400 123456', undefined);
    expect(core.readNumber('+44 7400 123456', undefined).e164).toBe('+447400123456');
  });

  test('tries again after a failure', async () => {
    const { loadPhoneCore } = await freshLoader({ core: 1 });
    await expect(loadPhoneCore()).rejects.toThrow();
    await expect(loadPhoneCore()).resolves.toHaveProperty('readNumber');
  });

  test('the core comes without the plans that failed, and they can be asked for again', async () => {
    const { loadPhoneCore } = await freshLoader({ zone: 2 });
    const core = await loadPhoneCore('GB');
    expect(core.hasMetadata('', 'GB')).toBe(false);
    expect(core.exampleNumber('GB')).toBe('');
    await expect(core.loadMetadata('', 'GB')).rejects.toThrow();
    await core.loadMetadata('', 'GB');
    expect(core.exampleNumber('GB')).toBe('7400 123456');
  });
});
