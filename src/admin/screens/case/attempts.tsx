import { __, sprintf } from '@wordpress/i18n';

import { Reference } from '../../components/badges';
import { Moment } from '../../components/moment';
import { entryWord } from '../../components/words';

import type { Attempt } from '../../data/types';

/** What the newest refusal looked like from both sides: what the page said, and what the login hooks carried. */
export const WhatWasSeen = ( { attempt }: { readonly attempt: Attempt } ) => (
	<dl className="causeway-facts">
		<dt>{ __( 'The page showed', 'causeway' ) }</dt>
		<dd>
			{ attempt.shownSymptomTitle ?? attempt.symptomTitle ?? __( 'a message that Causeway does not know', 'causeway' ) }
			<span className="causeway-facts__second">
				{
					/* translators: %s: where somebody tried to log in, such as "portal page". */
					sprintf( __( 'On the %s', 'causeway' ), entryWord( attempt.entry ) )
				}
			</span>
		</dd>
		<dt>{ __( 'WordPress’s login hooks said', 'causeway' ) }</dt>
		<dd>
			{ attempt.code === null || attempt.code === '' ? (
				__( 'Nothing: the refusal did not come from WordPress.', 'causeway' )
			) : (
				<code dir="ltr">{ attempt.code }</code>
			) }
			{ isMasked( attempt ) && (
				<span className="causeway-facts__second">
					{
						/* translators: %s: title of a login error, such as "Wrong password". */
						sprintf( __( 'That means “%s”. Another plugin, or the theme, replaced it by what the page showed.', 'causeway' ), attempt.symptomTitle ?? '' )
					}
				</span>
			) }
		</dd>
		{ attempt.portalCall !== null && attempt.portalCall !== '' && (
			<>
				<dt>{ __( 'The portal’s own call just before', 'causeway' ) }</dt>
				<dd>{ attempt.portalCall }</dd>
			</>
		) }
		<dt>{ __( 'Password', 'causeway' ) }</dt>
		<dd>{ attempt.isProven ? __( 'It was right: the refusal came after it.', 'causeway' ) : __( 'Not proved right in that request.', 'causeway' ) }</dd>
	</dl>
);

const isMasked = ( { symptom, symptomTitle, shownSymptom }: Attempt ): boolean =>
	symptom !== null && symptomTitle !== null && shownSymptom !== null && shownSymptom !== '' && shownSymptom !== symptom;

export const AttemptList = ( { attempts }: { readonly attempts: readonly Attempt[] } ) => (
	<ul className="causeway-attempts">
		{ attempts.map( ( attempt ) => (
			<li key={ attempt.id }>
				<Reference reference={ attempt.reference } /> <span>{ attempt.shownSymptomTitle ?? attempt.symptomTitle ?? entryWord( attempt.entry ) }</span>
				<Moment at={ attempt.occurredAt } />
			</li>
		) ) }
	</ul>
);
