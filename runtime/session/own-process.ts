/**
 * The process object, taken before a bundle can replace the global. Importing `node:process` would call all its getters
 * and load what they load: ten milliseconds of every boot.
 */
export const { process } = globalThis;
