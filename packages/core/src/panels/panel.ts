/** The hosting panels whose registrar modules are provided for. */
export const panels = [
  'whmcs',
  'wisecp',
  'hostbill',
  'blesta',
  'clientexec',
  'fossbilling',
  'hostfact',
] as const;

/** A hosting panel. */
export type Panel = (typeof panels)[number];
