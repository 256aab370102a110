/**
 * Inherits nothing, so that no name of `Object.prototype` is taken for data and nobody can add to it. `Object.create(null)`
 * would do as well, but makes an object that the engine is slow to fill and to read.
 */
export class BareObject {
  [name: string]: unknown;

  static {
    Object.setPrototypeOf(this.prototype, null);
    Reflect.deleteProperty(this.prototype, 'constructor');
    Object.freeze(this.prototype);
  }
}
