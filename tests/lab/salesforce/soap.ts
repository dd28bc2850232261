/**
 * The SOAP door, `/services/Soap/u/NN.N`: the only way to put a record back from the recycle bin.
 */
import type { Answer, Call } from '../http';
import { soapAnswer, soapFault, soapResult } from './answers';
import { id18 } from './ids';
import { objectOfId, Refusal, type Org } from './org';
import { restTime, type Session } from './state';

const MOST_IDS = 200;

/** The contents of every element of a name, whatever its prefix. */
const elements = ( xml: string, name: string ): string[] => [ ...xml.matchAll( new RegExp( `<(?:\\w+:)?${ name }(?:\\s[^>]*)?>([^<]*)</(?:\\w+:)?${ name }>`, 'g' ) ) ].map( ( match ) => match[ 1 ] ?? '' );

export const sessionIdOf = ( call: Call ): string => elements( call.body.toString( 'utf8' ), 'sessionId' )[ 0 ]?.trim() ?? '';

/** The method that a body asks for; '' where it is none that is known here. */
export const methodOf = ( call: Call ): string => /<(?:\w+:)?Body[^>]*>\s*<(?:\w+:)?(\w+)/.exec( call.body.toString( 'utf8' ) )?.[ 1 ] ?? '';

export function soap( org: Org, call: Call, session: Session ): Answer {
	const answer = ( content: string ): Answer => soapAnswer( methodOf( call ), content, org.callsUsed(), org.state.calls.max );
	switch ( methodOf( call ) ) {
		case 'undelete':
			return undelete( org, call, session, answer );
		case 'getServerTimestamp':
			return answer( `<result><timestamp>${ restTime( org.now() ).replace( '+0000', 'Z' ) }</timestamp></result>` );
		default:
			return soapFault( 'UNKNOWN_EXCEPTION', 'No operation of that name is available here' );
	}
}

function undelete( org: Org, call: Call, session: Session, answer: ( content: string ) => Answer ): Answer {
	const ids = elements( call.body.toString( 'utf8' ), 'ids' );
	if ( ids.length > MOST_IDS ) {
		return soapFault( 'EXCEEDED_ID_LIMIT', `At most ${ MOST_IDS } ids` );
	}
	return answer(
		ids
			.map( ( id ) => {
				const object = objectOfId( id );
				if ( object !== 'Contact' && object !== 'Account' ) {
					return soapResult( id, { errorCode: 'MALFORMED_ID', message: 'malformed id' } );
				}
				if ( ! org.may( session.userId, 'DeleteContacts' ) ) {
					return soapResult( id, { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'insufficient access rights on object id' } );
				}
				if ( org.state.switches.ignoreWrites ) {
					return soapResult( id, null );
				}
				try {
					org.undelete( object, id18( id ), session.userId );
					return soapResult( id18( id ), null );
				} catch ( error ) {
					if ( error instanceof Refusal ) {
						return soapResult( id, error );
					}
					throw error;
				}
			} )
			.join( '' )
	);
}
