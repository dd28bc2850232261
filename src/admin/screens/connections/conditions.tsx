import { Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { caution, check, help } from '@wordpress/icons';

import { Moment } from '../../components/moment';

import type { Condition } from '../../data/types';

const typeWord = ( type: string ): string => {
	switch ( type ) {
		case 'reachable':
			return __( 'Reachable', 'causeway' );
		case 'authorised':
			return __( 'Authorised', 'causeway' );
		case 'quota':
			return __( 'API calls left', 'causeway' );
		case 'scopes':
			return __( 'Permissions', 'causeway' );
		case 'contacts':
			return __( 'Sees contacts', 'causeway' );
		case 'deleted-contacts':
			return __( 'Sees deleted contacts', 'causeway' );
		case 'recycle-bin':
			return __( 'Sees the recycle bin', 'causeway' );
		case 'accounts':
			return __( 'Sees companies', 'causeway' );
		case 'fields':
			return __( 'Sees the contact fields', 'causeway' );
		case 'users':
			return __( 'Sees the people who log in', 'causeway' );
		case 'login-state':
			return __( 'Sees who is frozen or locked', 'causeway' );
		case 'login-history':
			return __( 'Sees refused logins', 'causeway' );
		case 'licences':
			return __( 'Sees the licences', 'causeway' );
		case 'credentials':
			return __( 'Credentials', 'causeway' );
		case 'licences-left':
			return __( 'Licences left', 'causeway' );
		default:
			// What an add-on's connector looks at is named by its own word.
			return type.replaceAll( '-', ' ' );
	}
};

const statusWord = ( status: string ): string => {
	switch ( status ) {
		case 'true':
			return __( 'in order', 'causeway' );
		case 'false':
			return __( 'not in order', 'causeway' );
		default:
			return __( 'not known', 'causeway' );
	}
};

const statusIcons = { true: check, false: caution, unknown: help } as const;

const knownStatus = ( status: string ): keyof typeof statusIcons => ( status === 'true' || status === 'false' ? status : 'unknown' );

/** State of a connection, one line a condition, in the words of whoever looked. */
export const Conditions = ( { conditions }: { readonly conditions: readonly Condition[] } ) => {
	if ( conditions.length === 0 ) {
		return <p className="causeway-conditions__none">{ __( 'Not tested yet.', 'causeway' ) }</p>;
	}
	return (
		<ul className="causeway-conditions">
			{ conditions.map( ( { type, status, message, observedAt }, index ) => (
				<li key={ type } className={ `causeway-condition causeway-condition--${ knownStatus( status ) }` }>
					<Icon icon={ statusIcons[ knownStatus( status ) ] } size={ 20 } />
					<span>
						<strong>{ typeWord( type ) }</strong>
						<span className="screen-reader-text"> ({ statusWord( status ) })</span>
						{ observedAt > 0 && (
							<span className="causeway-condition__when">
								{ ' · ' }
								<Moment at={ observedAt } />
							</span>
						) }
						{ message !== '' && (
							<span className="causeway-condition__message">
								{ knownStatus( status ) === 'unknown' && conditions.slice( 0, index ).some( ( before ) => before.message === message )
									? __( 'Could not be looked at until that is in order.', 'causeway' )
									: message }
							</span>
						) }
					</span>
				</li>
			) ) }
		</ul>
	);
};
