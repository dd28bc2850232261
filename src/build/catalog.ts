/** Compiles the catalog into `build/`. The checker is separate: a build of a wrong catalog is stopped by `npm run check`, not here. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { compile } from '../catalog/compile';
import { loadCatalog } from '../catalog/load';
import { root } from './root';

export const buildCatalog = async ( { outDir }: { readonly outDir: string } ): Promise< void > => {
	for ( const [ name, content ] of Object.entries( compile( await loadCatalog( root ) ) ) ) {
		const file = path.join( outDir, name );
		mkdirSync( path.dirname( file ), { recursive: true } );
		writeFileSync( file, content );
	}
};
