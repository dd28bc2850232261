/** Mails and pages as people paste them, a known or reworded message somewhere in each. The same for the same numbers. */
import { readCorpus } from '../catalog/corpus';

const asMail = ( before: string, message: string, after: string ): string => `Hello,\n\n${ before }\n\n> ${ message.replaceAll( '\n', '\n> ' ) }\n\n${ after }\n\nKind regards`;

const asPage = ( before: string, message: string, after: string ): string =>
	`<!doctype html><html lang="en"><head><title>Portal</title><style>.a{color:red}</style></head><body><main><p>${ before }</p><div id="login_error" class="notice notice-error"><p>${ message }</p></div><ul><li>${ after.replaceAll( '\n', '</li><li>' ) }</li></ul></main></body></html>`;

/** The text up to so many bytes, cut at no byte within a letter. */
const upTo = ( text: string, bytes: number ): string => Buffer.from( text, 'utf8' ).subarray( 0, Math.max( 0, bytes ) ).toString( 'utf8' ).replace( /\uFFFD$/u, '' );

/**
 * @param count How many.
 * @param bytes Length of each.
 */
export const pastes = ( count: number, bytes: number ): string[] => {
	const corpus = readCorpus();
	const messages = corpus.filter( ( { kind } ) => kind !== 'unrelated' );
	const sentences = corpus.filter( ( { kind } ) => kind === 'unrelated' ).map( ( { message } ) => message );
	const around = ( from: number, length: number ): string => {
		let text = '';
		for ( let at = from; Buffer.byteLength( text ) < length; at++ ) {
			text += `${ sentences[ at % sentences.length ] ?? '' }\n`;
		}
		return upTo( text, length );
	};
	return Array.from( { length: count }, ( _, at ) => {
		// Seven steps through the corpus, so that every kind has its turn.
		const { message = '' } = messages[ ( at * 7 ) % messages.length ] ?? {};
		const frame = at % 2 === 0 ? asMail : asPage;
		const room = bytes - Buffer.byteLength( frame( '', message, '' ) );
		const before = Math.floor( ( room * ( at % 5 ) ) / 5 );
		const text = frame( around( at, before ), message, around( at + 50, room - before ) );
		return upTo( text, bytes );
	} );
};
