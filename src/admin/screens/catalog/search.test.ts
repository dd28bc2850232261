import { found } from './search';

import type { CatalogRow } from '../../data/queries';
import type { Detection } from '../../data/types';

const row = ( system: string, cause: string, title: string, meaning: string, detection: Detection, signs = '' ): CatalogRow => ( {
	ref: `${ system }/${ cause }`,
	system,
	systemTitle: system === 'shop' ? 'Café Shop' : 'Gate',
	cause,
	title,
	meaning,
	detection,
	signs,
} );

const rows = [
	row( 'shop', 'card-lost', 'The card is lost', 'A gate asks for the badge.', 'connection' ),
	row( 'gate', 'badge-stale', 'The badge is stale', 'It was not renewed.', 'proof', 'The gate said no ERR_BADGE_17' ),
	row( 'gate', 'queue', 'Too many people', 'It passes.', 'suspicion' ),
	row( 'gate', 'closed', 'The gate is closed', 'Nobody gets in.', 'message' ),
];

describe( 'searching the catalog', () => {
	it.each( [
		[ 'gives everything in its order where nothing is asked', '', '', [ 'shop/card-lost', 'gate/badge-stale', 'gate/queue', 'gate/closed' ] ],
		[ 'counts proofs and suspicions as what looking finds', '', 'looking', [ 'gate/badge-stale', 'gate/queue' ] ],
		[ 'keeps to what its message tells', '', 'message', [ 'gate/closed' ] ],
		[ 'keeps to what needs a connection, and to the words', 'card', 'connection', [ 'shop/card-lost' ] ],
		[ 'puts a title before a meaning', 'BADGE', '', [ 'gate/badge-stale', 'shop/card-lost' ] ],
		[ 'wants every word', 'badge stale', '', [ 'gate/badge-stale' ] ],
		[ 'reads accents and product names', 'cafe', '', [ 'shop/card-lost' ] ],
		[ 'finds an id', 'gate/closed', '', [ 'gate/closed' ] ],
		[ 'finds an error code', 'err_badge_17', '', [ 'gate/badge-stale' ] ],
		[ 'takes what would be a pattern as it stands', 'gate.*', '', [] ],
		[ 'finds nothing', 'window', '', [] ],
	] as const )( '%s', ( _name, search, way, refs ) => {
		expect( found( rows, { search, way } ).map( ( { ref } ) => ref ) ).toEqual( refs );
	} );
} );
