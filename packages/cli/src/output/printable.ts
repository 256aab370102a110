// Control characters steer terminals, and direction marks make one name look like another.
const steering = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text from outside as it may stand on one line of a terminal. */
export function printable(text: string): string {
  return text.replace(steering, '\ufffd');
}
