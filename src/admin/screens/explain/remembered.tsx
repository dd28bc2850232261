import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { boot } from '../../data/boot';
import { forgetPattern } from '../../data/commands';
import { ViewLink } from '../../routing/navigation';

import type { SitePattern } from '../../data/commands';
import type { CauseTitle } from '../../data/queries';

interface RememberedProps {
	readonly patterns: readonly SitePattern[];
	readonly titles: readonly CauseTitle[];
	/** Resolves when the list is as it is now. */
	readonly onForgotten: () => Promise< void >;
}

/** Every message that was recorded for this site, so that one that nobody needs can go. */
export const Remembered = ( { patterns, titles, onForgotten }: RememberedProps ) => {
	const heading = useRef< HTMLHeadingElement >( null );
	const [ leaving, setLeaving ] = useState( '' );
	const [ refusal, setRefusal ] = useState( '' );
	if ( patterns.length === 0 ) {
		return null;
	}
	const forget = async ( id: string ) => {
		setLeaving( id );
		const answer = await forgetPattern( id );
		setRefusal( answer.ok ? '' : answer.message );
		if ( answer.ok ) {
			heading.current?.focus();
			await onForgotten();
		}
		setLeaving( '' );
	};

	return (
		<section className="causeway-remembered" aria-labelledby="causeway-remembered">
			<h2 id="causeway-remembered" ref={ heading } tabIndex={ -1 } className="causeway-explained__heading">
				{ __( 'Messages that this site remembers', 'causeway' ) }
			</h2>
			{ refusal !== '' && <Failure message={ refusal } /> }
			<table className="causeway-table">
				<thead>
					<tr>
						<th scope="col">{ __( 'Message', 'causeway' ) }</th>
						<th scope="col">{ __( 'What caused it', 'causeway' ) }</th>
						{ boot().can.manageCases && (
							<th scope="col">
								<span className="screen-reader-text">{ __( 'Actions', 'causeway' ) }</span>
							</th>
						) }
					</tr>
				</thead>
				<tbody>
					{ patterns.map( ( pattern ) => (
						<tr key={ pattern.id }>
							<th scope="row">
								<bdi>{ pattern.text }</bdi>
							</th>
							<td data-label={ __( 'Cause', 'causeway' ) }>
								<CauseOf pattern={ pattern } titles={ titles } />
							</td>
							{ boot().can.manageCases && (
								<td>
									<Button variant="link" isDestructive disabled={ leaving !== '' } accessibleWhenDisabled onClick={ () => void forget( pattern.id ) }>
										{ __( 'Forget it', 'causeway' ) }
										<span className="screen-reader-text">: { pattern.text }</span>
									</Button>
								</td>
							) }
						</tr>
					) ) }
				</tbody>
			</table>
		</section>
	);
};

const CauseOf = ( { pattern, titles }: { readonly pattern: SitePattern; readonly titles: readonly CauseTitle[] } ) =>
	pattern.cause === '' ? (
		<span className="causeway-quiet">{ __( 'Nobody knows yet', 'causeway' ) }</span>
	) : (
		<ViewLink to={ { screen: 'entry', system: pattern.system, cause: pattern.cause } }>
			{ titles.find( ( { ref } ) => ref === `${ pattern.system }/${ pattern.cause }` )?.title ?? pattern.cause }
		</ViewLink>
	);
