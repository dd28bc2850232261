import { GraphQLClient } from 'graphql-request';

import apiFetch from '@wordpress/api-fetch';

import { refusal, success } from './answer';
import { boot } from './boot';

import type { Answer } from './answer';
import type { TypedDocumentString } from './schema.generated';

/** Carries the body through api-fetch, which sends the nonce and renews it once when it has run out, and hands back a plain Response. */
const fetchThroughWordPress: typeof fetch = async ( input, init ) => {
	const answer: unknown = await apiFetch( {
		url: String( input ),
		method: 'POST',
		data: JSON.parse( String( init?.body ) ),
		...( init?.signal ? { signal: init.signal } : {} ),
	} );
	return new Response( JSON.stringify( answer ), { headers: { 'Content-Type': 'application/json' } } );
};

let client: GraphQLClient | undefined;

/** Asks one question of the schema. Never throws for what a server or a network can do. */
export const ask = async < T, V extends object >( document: TypedDocumentString< T, V >, variables: V ): Promise< Answer< T > > => {
	// The documents each hold one operation; without its name nothing has to be parsed in the browser.
	client ??= new GraphQLClient( boot().graphqlUrl, { fetch: fetchThroughWordPress, excludeOperationName: true } );
	try {
		return success( await client.request< T, object >( document.toString(), variables ) );
	} catch ( thrown ) {
		return refusal( thrown );
	}
};
