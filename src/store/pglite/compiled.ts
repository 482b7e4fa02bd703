/**
 * Where the build put a file of this folder. Tests run the TypeScript source, but a worker thread needs the compiled
 * file, and the template is made by the build: both are in dist/.
 */
export function compiled(name: string): URL {
  return new URL(name, import.meta.url.replace(/\/src\/store\/pglite\/[^/]*$/, '/dist/store/pglite/'));
}
