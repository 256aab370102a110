import { beforeAll } from '@jest/globals';
import nock from 'nock';

/** Takes nock out of the way: what is tested here is what sockets do. */
export function useRealSockets(): void {
  beforeAll(() => nock.restore());
}
