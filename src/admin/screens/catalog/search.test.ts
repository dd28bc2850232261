import { found } from './search';

import type { CatalogRow } from '../../data/queries';

const row = ( system: string, cause: string, title: string, meaning = '' ): CatalogRow => ( {
	ref: `${ system }/${ cause }`,
	system,
	systemTitle: system === 'shop' ? 'Café Shop' : 'Gate',
	cause,
	title,
	meaning,
} );

const rows = [
	row( 'shop', 'card-lost', 'The card is lost', 'A gate asks for the badge.' ),
	row( 'gate', 'badge-stale', 'The badge is stale', 'It was not renewed.' ),
	row( 'gate', 'closed', 'The gate is closed', 'Nobody gets in.' ),
];

describe( 'searching the catalog', () => {
	it.each( [
		[ 'gives everything in its order where nothing is asked', '', '', [ 'shop/card-lost', 'gate/badge-stale', 'gate/closed' ] ],
		[ 'keeps to one system', '', 'gate', [ 'gate/badge-stale', 'gate/closed' ] ],
		[ 'puts a title before a meaning', 'BADGE', '', [ 'gate/badge-stale', 'shop/card-lost' ] ],
		[ 'wants every word', 'badge stale', '', [ 'gate/badge-stale' ] ],
		[ 'reads accents and product names', 'cafe', '', [ 'shop/card-lost' ] ],
		[ 'finds an id', 'gate/closed', '', [ 'gate/closed' ] ],
		[ 'finds nothing', 'window', '', [] ],
	] )( '%s', ( _name, search, system, refs ) => {
		expect( found( rows, search, system ).map( ( { ref } ) => ref ) ).toEqual( refs );
	} );
} );
