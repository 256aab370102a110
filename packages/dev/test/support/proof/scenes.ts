import type { PricedOperation, proofCases } from '@registrar-kit/core';
import type { RegistryWorld } from '@registrar-kit/testing';

/** A registrar's world, and the domain whose order is lost in it. */
export interface Setting {
  readonly world: RegistryWorld;
  readonly account: string;
  readonly domain: string;
  readonly authCode: string;
}

/** What stands before the order, and what the world makes of it while nobody hears the answer. */
export interface Scene {
  readonly before?: (setting: Setting) => void;
  readonly then: (setting: Setting) => void;
}

type Scenes = {
  readonly [Operation in PricedOperation]: {
    readonly [Case in keyof (typeof proofCases)[Operation]]: Scene;
  };
};

const nothingHappens: Scene = { then: () => undefined };
/** Somebody else spends money of the same account. */
const balanceFalls: Scene = {
  then: ({ world, account }) => {
    world.deposit(account, { amount: '-12.00', currency: 'USD' });
  },
};

/** Days from the world's today. */
export function dayOf({ world }: Pick<Setting, 'world'>, days: number): string {
  return new Date(Date.parse(world.today()) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Expires in a hundred days. */
function owned(setting: Setting, changes: object = {}): void {
  const { world, account, domain } = setting;
  world.putDomain({ domain, account, expiresOn: dayOf(setting, 100), ...changes });
}

function lapsed(setting: Setting, changes: object = {}): void {
  owned(setting, { expiresOn: dayOf(setting, -40), status: 'redemption', ...changes });
}

function elsewhere({ world, domain, authCode }: Setting): void {
  world.putForeignDomain({ domain, authCode });
}

function startTransfer({ world, account, domain, authCode }: Setting): void {
  world.transfers.start({ account, domain, authCode });
}

/** One scene for each case of the rules of proof. */
export const scenes: Scenes = {
  registerDomain: {
    owned: { then: (setting) => owned(setting) },
    awaited: { then: (setting) => owned(setting, { status: 'pending' }) },
    lapsed: { then: (setting) => owned(setting, { expiresOn: dayOf(setting, -3) }) },
    takenElsewhere: { then: elsewhere },
    notHere: nothingHappens,
    balance: balanceFalls,
  },
  renewDomain: {
    dateMoved: {
      before: owned,
      then: (setting) => owned(setting, { expiresOn: dayOf(setting, 463) }),
    },
    dateMovedLess: {
      before: owned,
      then: (setting) => owned(setting, { expiresOn: dayOf(setting, 462) }),
    },
    dateStands: { ...nothingHappens, before: owned },
    balance: { ...balanceFalls, before: owned },
  },
  restoreDomain: {
    active: {
      before: lapsed,
      then: (setting) => owned(setting, { expiresOn: dayOf(setting, 325) }),
    },
    restoring: { before: lapsed, then: (setting) => lapsed(setting, { status: 'restoring' }) },
    dateMoved: {
      before: (setting) => lapsed(setting, { expiresOn: dayOf(setting, -400) }),
      then: (setting) => lapsed(setting, { expiresOn: dayOf(setting, -35) }),
    },
    lapsed: { ...nothingHappens, before: lapsed },
    balance: { ...balanceFalls, before: lapsed },
  },
  transferDomain: {
    listed: { before: elsewhere, then: startTransfer },
    arrived: {
      before: elsewhere,
      then: (setting) => {
        startTransfer(setting);
        setting.world.transfers.complete(setting.domain);
      },
    },
    ended: {
      before: elsewhere,
      then: (setting) => {
        startTransfer(setting);
        setting.world.transfers.fail(setting.domain, 'losing_registrar');
      },
    },
    earlier: {
      ...nothingHappens,
      before: (setting) => {
        elsewhere(setting);
        startTransfer(setting);
        setting.world.transfers.fail(setting.domain, 'losing_registrar');
      },
    },
    notHere: { ...nothingHappens, before: elsewhere },
    balance: { ...balanceFalls, before: elsewhere },
  },
};
