import manifest from '../package.json' with { type: 'json' };

/** The version of this command, as released. */
export const version: string = manifest.version;
