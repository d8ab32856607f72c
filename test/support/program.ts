/** What Node imports before it can read the program, in the folder of the checkout. */
export const LOADER = './scripts/lib/typescript-loader.mjs';

/** What Node needs to run the portal's command line; the words of the command follow. */
export const PROGRAM: readonly string[] = ['--import', LOADER, 'src/main.ts'];
